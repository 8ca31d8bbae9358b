package io.github.camelvtiger.crm;

import io.github.camelvtiger.client.CallListener;
import io.github.camelvtiger.client.ClientSettings;
import io.github.camelvtiger.http.ApacheTransport;
import io.github.camelvtiger.http.HttpTransport;
import io.github.camelvtiger.http.RetryBudget;
import io.github.camelvtiger.http.RetryPolicy;
import io.github.camelvtiger.http.SharedRate;
import io.github.camelvtiger.http.Waits;
import io.github.camelvtiger.protocol.FoundProtocol;
import io.github.camelvtiger.protocol.Protocol;
import io.github.camelvtiger.protocol.RestProtocol;
import io.github.camelvtiger.protocol.WebserviceProtocol;
import java.security.SecureRandom;
import java.util.concurrent.Executors;

/** The layers below a client, put together. */
record ClientStack(Protocol protocol, ApacheTransport transport, SharedRate rate, Waits waits)
        implements AutoCloseable {

    private static final int REPEATS_WITHOUT_SUCCESS = 20;

    /** With a rate of its own. */
    static ClientStack open(ClientSettings settings) {
        Waits waits = waits("vtiger-waits");
        return open(settings, new SharedRate(System::nanoTime, waits), waits);
    }

    static ClientStack open(ClientSettings settings, SharedRate rate, CallListener listener) {
        return open(settings, rate, waits("vtiger-waits")).observedBy(listener, settings);
    }

    private static ClientStack open(ClientSettings settings, SharedRate rate, Waits waits) {
        ApacheTransport transport = new ApacheTransport(settings);
        RetryPolicy retries = new RetryPolicy(
                settings.readAttempts(),
                settings.maxRetryAfter(),
                new RetryBudget(REPEATS_WITHOUT_SUCCESS),
                waits,
                new SecureRandom());
        try {
            return new ClientStack(protocol(settings, transport, rate, retries), transport, rate, waits);
        } catch (RuntimeException invalid) {
            waits.close();
            transport.close();
            throw invalid;
        }
    }

    private ClientStack observedBy(CallListener listener, ClientSettings settings) {
        return new ClientStack(new ObservedProtocol(protocol, settings, listener), transport, rate, waits);
    }

    private static Protocol protocol(
            ClientSettings settings, HttpTransport transport, SharedRate rate, RetryPolicy retries) {
        return switch (settings.protocol()) {
            case WEBSERVICE -> new WebserviceProtocol(settings, transport, rate, retries);
            case REST -> new RestProtocol(settings, transport, rate, retries);
            case AUTO -> new FoundProtocol(settings, transport, rate, retries);
        };
    }

    /** @param thread the name of the thread on which waits end */
    static Waits waits(String thread) {
        return new Waits(Executors.newSingleThreadScheduledExecutor(task -> {
            Thread daemon = new Thread(task, thread);
            daemon.setDaemon(true);
            return daemon;
        }));
    }

    /** What is under way ends with a failure: waits before the transport, so that nothing is sent again. */
    @Override
    public void close() {
        waits.close();
        transport.close();
    }
}
