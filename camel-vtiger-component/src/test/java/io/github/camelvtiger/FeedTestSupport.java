package io.github.camelvtiger;

import io.github.camelvtiger.simulator.SimulatorServer;
import io.github.camelvtiger.simulator.clock.ManualClock;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.spi.Registry;
import org.apache.camel.support.ScheduledPollConsumer;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Feeds from a simulator whose clock the test moves, into a list. */
abstract class FeedTestSupport {

    static final Instant BEGIN = Instant.parse("2026-03-01T10:00:00Z");
    static final Duration PERIOD = Duration.ofMinutes(10);

    /** Another one in {@link OverRestTest}. */
    VtigerProtocol protocol = VtigerProtocol.AUTO;

    @TempDir
    Path cursors;

    final ManualClock clock = new ManualClock(BEGIN);
    final List<Exchange> received = new CopyOnWriteArrayList<>();
    SimulatorServer server;
    DefaultCamelContext context;

    @BeforeEach
    void startServer() {
        server = SimulatorServer.builder()
                .rest(protocol == VtigerProtocol.REST)
                .seed("empty")
                .clock(clock)
                .start();
    }

    @AfterEach
    void stopAll() throws Exception {
        stopFeed();
        server.close();
    }

    /** Where the feed finds the CRM. */
    String url() {
        return server.url();
    }

    void stopFeed() throws Exception {
        if (context != null) {
            context.close();
            context = null;
        }
    }

    /** Beans to which the options of a feed refer. */
    void bind(Registry registry) {}

    /** A feed of the administrator; periods are of ten minutes. */
    void follow(String module, String options) throws Exception {
        followAs("admin", module, options);
    }

    void followAs(String user, String module, String options) throws Exception {
        context = ClockedVtiger.context(clock);
        String uri = "vtiger:changes/" + module + "?protocol=" + protocol
                + "&delay=50&initialDelay=0&readAttempts=1&url=" + url()
                + "&username=" + user + "&accessKey=RAW(" + server.accessKey(user) + ")&cursorDirectory=RAW(" + cursors
                + ")&" + options;
        bind(context.getRegistry());
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from(uri).routeId("feed").process(received::add);
            }
        });
        context.start();
    }

    /** Lets the time go by that all passes, checks and sweeps need, and a poll for each. */
    void aPeriodGoesBy() {
        for (int minute = 0; minute <= PERIOD.toMinutes(); minute++) {
            clock.advance(Duration.ofMinutes(1));
            aPollGoesBy();
        }
    }

    /** One poll may be running, the next one sees what time it is now, and the third one goes by it. */
    void aPollGoesBy() {
        ScheduledPollConsumer consumer =
                (ScheduledPollConsumer) context.getRoutes().get(0).getConsumer();
        long before = consumer.getCounter();
        await().until(() -> consumer.getCounter() > before + 3);
    }

    /** Longer than the default, since the first feed of a process waits for much to be loaded. */
    static ConditionFactory await() {
        return Awaitility.await().atMost(Duration.ofMinutes(1));
    }

    List<String> events() {
        return received.stream()
                .map(exchange -> exchange.getIn().getHeader(VtigerConstants.EVENT) + " "
                        + exchange.getIn().getHeader(VtigerConstants.RECORD_ID))
                .toList();
    }

    Map<?, ?> last() {
        return received.get(received.size() - 1).getIn().getBody(Map.class);
    }
}
