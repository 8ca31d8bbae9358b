package io.github.camelvtiger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.github.camelvtiger.simulator.SimulatorServer;
import io.github.camelvtiger.simulator.clock.ManualClock;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.ScheduledPollConsumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code onFailure=park} as a route sees it. */
class ParkedFeedTest {

    private static final Instant BEGIN = Instant.parse("2026-03-01T10:00:00Z");

    @TempDir
    Path cursors;

    private final ManualClock clock = new ManualClock(BEGIN);
    private final Set<String> failing = ConcurrentHashMap.newKeySet();
    private final List<String> tried = new CopyOnWriteArrayList<>();
    private final List<String> received = new CopyOnWriteArrayList<>();
    private SimulatorServer server;
    private DefaultCamelContext context;

    @BeforeEach
    void startServer() {
        server = SimulatorServer.builder().seed("empty").clock(clock).start();
    }

    @AfterEach
    void stop() throws Exception {
        if (context != null) {
            context.close();
        }
        server.close();
    }

    @Test
    void whatFailsComesAgainWithItsNewestStateAndTheOthersGoOn() throws Exception {
        failing.add("Berta");
        create("Anna");
        String berta = create("Berta");
        create("Cilly");
        clock.advance(Duration.ofSeconds(4));
        start(this::failOrReceive);
        await().until(() -> received.size() == 2);
        assertThat(received).containsExactly("created Anna", "created Cilly");

        server.crm().revise(berta, Map.of("lastname", "Bertha"));
        clock.advance(Duration.ofSeconds(4));
        create("Dora");
        clock.advance(Duration.ofSeconds(4));
        await().until(() -> received.contains("created Dora"));
        assertThat(tried).as("its change waits").doesNotContain("Bertha");

        clock.advance(Duration.ofMinutes(1));
        await().until(() -> received.size() == 4);
        assertThat(received).endsWith("created Bertha");
    }

    @Test
    void itWaitsOverARestart() throws Exception {
        failing.add("Anna");
        create("Anna");
        clock.advance(Duration.ofSeconds(4));
        start(this::failOrReceive);
        await().until(() -> tried.size() == 1);
        context.close();

        failing.clear();
        start(this::failOrReceive);
        awaitPolls(3);
        assertThat(tried).as("not yet due").hasSize(1);
        clock.advance(Duration.ofMinutes(1));
        await().until(() -> received.contains("created Anna"));
    }

    @Test
    void whatWasDeletedMeanwhileWaitsNoLonger() throws Exception {
        failing.add("Anna");
        String anna = create("Anna");
        clock.advance(Duration.ofSeconds(4));
        start(this::failOrReceive);
        await().until(() -> tried.size() == 1);
        server.crm().delete(anna);
        clock.advance(Duration.ofMinutes(1));
        await().until(() -> asked(anna) == 1);
        clock.advance(Duration.ofHours(2));
        awaitPolls(3);
        assertThat(asked(anna)).as("asked for only once").isEqualTo(1);
        assertThat(tried).hasSize(1);
    }

    @Test
    void aHandledExceptionIsASuccess() throws Exception {
        failing.add("Anna");
        create("Anna");
        clock.advance(Duration.ofSeconds(4));
        List<String> dead = new CopyOnWriteArrayList<>();
        start(new RouteBuilder() {
            @Override
            public void configure() {
                onException(IllegalStateException.class).handled(true).process(exchange -> dead.add(name(exchange)));
                from(uri("")).process(ParkedFeedTest.this::failOrReceive);
            }
        });
        await().until(() -> dead.size() == 1);
        clock.advance(Duration.ofHours(2));
        awaitPolls(3);
        assertThat(tried).containsExactly("Anna");
        assertThat(dead).containsExactly("Anna");
    }

    @Test
    void aQueryHasNothingToParkIn() {
        context = new DefaultCamelContext();
        assertThatThrownBy(() -> {
                    context.addRoutes(new RouteBuilder() {
                        @Override
                        public void configure() {
                            from(uri("").replace("changes", "query").replaceFirst("startFrom=[^&]*&", ""))
                                    .to("mock:none");
                        }
                    });
                    context.start();
                })
                .hasMessageContaining("onFailure")
                .hasMessageContaining("PARK");
    }

    private void failOrReceive(Exchange exchange) {
        tried.add(name(exchange));
        if (failing.contains(name(exchange))) {
            throw new IllegalStateException("the route fails");
        }
        received.add(exchange.getIn().getHeader(VtigerConstants.EVENT) + " " + name(exchange));
    }

    /** How often the CRM was asked for one record. */
    private long asked(String id) {
        return server.calls().stream()
                .filter(call -> call.operation().equals("retrieve")
                        && id.equals(call.parameters().get("id")))
                .count();
    }

    private void awaitPolls(int polls) {
        ScheduledPollConsumer consumer =
                (ScheduledPollConsumer) context.getRoutes().get(0).getConsumer();
        long before = consumer.getCounter();
        await().until(() -> consumer.getCounter() >= before + polls);
    }

    private void start(Processor processor) throws Exception {
        start(new RouteBuilder() {
            @Override
            public void configure() {
                from(uri("")).process(processor);
            }
        });
    }

    private void start(RouteBuilder route) throws Exception {
        context = new DefaultCamelContext();
        VtigerComponent component = new VtigerComponent();
        component.useClock(clock::now);
        context.addComponent("vtiger", component);
        context.addRoutes(route);
        context.start();
    }

    private String uri(String options) {
        return "vtiger:changes/Contacts?delay=50&initialDelay=0&onFailure=park&startFrom=" + BEGIN + "&url="
                + server.url() + "&username=" + server.username() + "&accessKey=RAW(" + server.accessKey()
                + ")&cursorDirectory=RAW(" + cursors + ")" + options;
    }

    private String create(String lastName) {
        return server.crm().create("Contacts", Map.of("lastname", lastName));
    }

    private static String name(Exchange exchange) {
        return (String) exchange.getIn().getBody(Map.class).get("lastname");
    }
}
