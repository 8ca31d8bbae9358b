package io.github.camelvtiger.client;

import io.github.camelvtiger.http.ApacheTransport;
import io.github.camelvtiger.http.RateGovernor;
import io.github.camelvtiger.http.RetryBudget;
import io.github.camelvtiger.http.RetryPolicy;
import io.github.camelvtiger.protocol.Protocol;
import io.github.camelvtiger.protocol.WebserviceProtocol;
import java.security.SecureRandom;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;

/** The layers below a client, put together. */
record Connection(Protocol protocol, ScheduledExecutorService scheduler) implements AutoCloseable {

    private static final int REPEATS_WITHOUT_SUCCESS = 20;

    static Connection open(ClientSettings settings) {
        ScheduledExecutorService scheduler = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "vtiger-waits");
            thread.setDaemon(true);
            return thread;
        });
        try {
            return new Connection(
                    new WebserviceProtocol(
                            settings,
                            new ApacheTransport(settings),
                            new RateGovernor(settings.requestsPerMinute(), System::nanoTime, scheduler),
                            new RetryPolicy(
                                    settings.readAttempts(),
                                    new RetryBudget(REPEATS_WITHOUT_SUCCESS),
                                    scheduler,
                                    new SecureRandom())),
                    scheduler);
        } catch (RuntimeException invalid) {
            scheduler.shutdownNow();
            throw invalid;
        }
    }

    @Override
    public void close() {
        protocol.close();
        scheduler.shutdownNow();
    }
}
