package io.github.camelvtiger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelvtiger.simulator.SimulatorServer;
import io.github.camelvtiger.simulator.clock.ManualClock;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is on its way when a route is stopped is finished and kept; what was not sent comes after the start. */
class StopInFlightTest {

    private static final Instant BEGIN = Instant.parse("2026-03-01T10:00:00Z");

    @TempDir
    Path cursors;

    private final ManualClock clock = new ManualClock(BEGIN);
    private final List<String> received = new CopyOnWriteArrayList<>();
    private final CountDownLatch entered = new CountDownLatch(1);
    private final CountDownLatch release = new CountDownLatch(1);
    private SimulatorServer server;
    private DefaultCamelContext context;

    @BeforeEach
    void startServer() {
        server = SimulatorServer.builder().seed("empty").clock(clock).start();
        for (int i = 0; i < 5; i++) {
            server.crm().create("Contacts", Map.of("lastname", "C" + i));
        }
        clock.advance(Duration.ofSeconds(4));
    }

    @AfterEach
    void stop() throws Exception {
        release.countDown();
        context.close();
        server.close();
    }

    @Test
    void aStopWaitsForWhatIsInFlightAndNothingIsRepeatedOrLost() throws Exception {
        start(60, this::waitAtSecond);
        assertThat(entered.await(30, TimeUnit.SECONDS)).isTrue();
        Thread stopping = new Thread(context::stop);
        stopping.start();
        await().until(() -> context.getStatus().isStopping());
        release.countDown();
        stopping.join();
        List<String> before = List.copyOf(received);

        start(60, exchange -> received.add(name(exchange)));
        await().until(() -> received.size() >= 5);

        assertThat(before).contains("C0", "C1");
        assertThat(received).containsExactly("C0", "C1", "C2", "C3", "C4");
    }

    @Test
    void anExchangeThatOutlivesTheStopComesAgain() throws Exception {
        start(1, this::waitAtSecond);
        assertThat(entered.await(30, TimeUnit.SECONDS)).isTrue();
        context.stop();

        start(60, exchange -> received.add(name(exchange)));
        await().until(() -> received.contains("C4"));

        assertThat(received).containsExactly("C0", "C1", "C2", "C3", "C4");
    }

    private void waitAtSecond(Exchange exchange) throws InterruptedException {
        if (name(exchange).equals("C1")) {
            entered.countDown();
            release.await();
        }
        received.add(name(exchange));
    }

    private void start(int stopSeconds, Processor processor) throws Exception {
        context = ClockedVtiger.context(clock);
        context.getShutdownStrategy().setTimeout(stopSeconds);
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("vtiger:changes/Contacts?delay=50&initialDelay=0&startFrom=" + BEGIN + "&url=" + server.url()
                                + "&username=" + server.username() + "&accessKey=RAW(" + server.accessKey()
                                + ")&cursorDirectory=RAW(" + cursors + ")")
                        .process(processor);
            }
        });
        context.start();
    }

    private static String name(Exchange exchange) {
        return (String) exchange.getIn().getBody(Map.class).get("lastname");
    }
}
