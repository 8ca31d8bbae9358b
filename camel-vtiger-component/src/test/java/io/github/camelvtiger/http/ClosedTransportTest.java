package io.github.camelvtiger.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelvtiger.client.ClientSettings;
import io.github.camelvtiger.simulator.SimulatorServer;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.appender.AbstractAppender;
import org.apache.logging.log4j.core.config.LoggerConfig;
import org.apache.logging.log4j.core.config.Property;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A transport that is closed while its threads are busy with many connections. */
class ClosedTransportTest {

    private static final int ROUNDS = 30;
    private static final int CONNECTIONS = 40;

    private final SimulatorServer crm = SimulatorServer.builder().seed("empty").start();
    private final Errors errors = new Errors();

    @BeforeEach
    void listen() {
        errors.start();
        errors.root().addAppender(errors, Level.ERROR, null);
    }

    @AfterEach
    void close() {
        errors.root().removeAppender(errors.getName());
        crm.close();
    }

    @Test
    void theThreadsThatServeConnectionsEndWithoutAnError() {
        for (int round = 0; round < ROUNDS; round++) {
            ApacheTransport transport = new ApacheTransport(settings());
            CompletableFuture<?>[] calls = IntStream.range(0, CONNECTIONS)
                    .mapToObj(number ->
                            transport.send(HttpCall.get(URI.create(crm.url() + "/webservice.php?operation=" + number))))
                    .toArray(CompletableFuture[]::new);
            CompletableFuture.allOf(calls).join();
            transport.close();
        }

        assertThat(errors.events).isEmpty();
    }

    private ClientSettings settings() {
        ClientSettings one = new ClientSettings(crm.url(), "admin", "key");
        return new ClientSettings(
                one.url(),
                one.username(),
                one.accessKey(),
                one.protocol(),
                CONNECTIONS,
                one.connectTimeout(),
                one.responseTimeout(),
                one.requestsPerMinute(),
                one.dailyReserve(),
                one.readAttempts(),
                one.maxAnswerSize(),
                one.maxRetryAfter(),
                one.sslContext(),
                one.hostnameVerification(),
                one.proxy());
    }

    /** What the HTTP client logs as an error. */
    private static final class Errors extends AbstractAppender {

        private final List<String> events = new CopyOnWriteArrayList<>();

        private Errors() {
            super("errors", null, null, true, Property.EMPTY_ARRAY);
        }

        private LoggerConfig root() {
            return ((LoggerContext) LogManager.getContext(false))
                    .getConfiguration()
                    .getRootLogger();
        }

        @Override
        public void append(LogEvent event) {
            if (event.getLoggerName().startsWith("org.apache.hc")) {
                events.add(event.getMessage().getFormattedMessage() + " " + event.getThrown());
            }
        }
    }
}
