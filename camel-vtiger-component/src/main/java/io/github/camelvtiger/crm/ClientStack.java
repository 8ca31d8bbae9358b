package io.github.camelvtiger.crm;

import io.github.camelvtiger.client.ClientSettings;
import io.github.camelvtiger.http.ApacheTransport;
import io.github.camelvtiger.http.RateGovernor;
import io.github.camelvtiger.http.RetryBudget;
import io.github.camelvtiger.http.RetryPolicy;
import io.github.camelvtiger.http.Waits;
import io.github.camelvtiger.protocol.Protocol;
import io.github.camelvtiger.protocol.WebserviceProtocol;
import java.security.SecureRandom;
import java.util.concurrent.Executors;

/** The layers below a client, put together. */
record ClientStack(Protocol protocol, ApacheTransport transport, Waits waits) implements AutoCloseable {

    private static final int REPEATS_WITHOUT_SUCCESS = 20;

    static ClientStack open(ClientSettings settings) {
        ApacheTransport transport = new ApacheTransport(settings);
        Waits waits = new Waits(Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "vtiger-waits");
            thread.setDaemon(true);
            return thread;
        }));
        RateGovernor governor = new RateGovernor(settings.requestsPerMinute(), System::nanoTime, waits);
        RetryPolicy retries = new RetryPolicy(
                settings.readAttempts(),
                settings.maxRetryAfter(),
                new RetryBudget(REPEATS_WITHOUT_SUCCESS),
                waits,
                new SecureRandom());
        try {
            return new ClientStack(new WebserviceProtocol(settings, transport, governor, retries), transport, waits);
        } catch (RuntimeException invalid) {
            waits.close();
            transport.close();
            throw invalid;
        }
    }

    /** What is under way ends with a failure: waits before the transport, so that nothing is sent again. */
    @Override
    public void close() {
        waits.close();
        transport.close();
    }
}
