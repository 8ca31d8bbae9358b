package io.github.camelvtiger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.github.camelvtiger.simulator.SimulatorBuilder;
import io.github.camelvtiger.simulator.SimulatorServer;
import io.github.camelvtiger.simulator.clock.ManualClock;
import io.github.camelvtiger.simulator.journal.RecordedCall;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.ScheduledPollConsumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The feed as a route sees it, against the simulator. */
class ChangesConsumerTest {

    private static final Instant BEGIN = Instant.parse("2026-03-01T10:00:00Z");

    /** Another one in {@link OverRestTest}. */
    VtigerProtocol protocol = VtigerProtocol.AUTO;

    @TempDir
    Path cursors;

    private final ManualClock clock = new ManualClock(BEGIN);
    private SimulatorServer server;
    private final List<String> received = new CopyOnWriteArrayList<>();
    private final List<Exchange> exchanges = new CopyOnWriteArrayList<>();
    private DefaultCamelContext context;

    @BeforeEach
    void startServer() throws Exception {
        server = simulator().clock(clock).start();
    }

    private SimulatorBuilder simulator() {
        return SimulatorServer.builder().rest(protocol == VtigerProtocol.REST).seed("empty");
    }

    @AfterEach
    void stop() throws Exception {
        if (context != null) {
            context.close();
        }
        server.close();
    }

    @Test
    void changesArriveInTheirOrderWithTheirHeaders() throws Exception {
        start("startFrom=" + BEGIN, this::receive);
        String first = create("Anna");
        clock.advance(Duration.ofSeconds(1));
        String second = create("Berta");
        clock.advance(Duration.ofSeconds(4));
        await().until(() -> received.size() == 2);
        assertThat(received).containsExactly("Anna", "Berta");
        assertThat(exchanges.get(0).getIn().getHeaders())
                .containsEntry(VtigerConstants.RECORD_ID, first)
                .containsEntry(VtigerConstants.MODULE, "Contacts")
                .containsEntry(VtigerConstants.EVENT, "created")
                .containsEntry(VtigerConstants.MODIFIED_TIME, BEGIN);
        server.crm().revise(second, Map.of("lastname", "Cilly"));
        clock.advance(Duration.ofSeconds(4));
        await().until(() -> received.size() == 3);
        assertThat(received).endsWith("Cilly");
        assertThat(exchanges.get(2).getIn().getHeaders()).containsEntry(VtigerConstants.EVENT, "updated");
    }

    @Test
    void aPageIsABatch() throws Exception {
        create("Anna");
        create("Berta");
        clock.advance(Duration.ofSeconds(4));
        start("startFrom=" + BEGIN, this::receive);
        await().until(() -> received.size() == 2);
        assertThat(exchanges.get(1).getProperty(Exchange.BATCH_SIZE)).isEqualTo(2);
        assertThat(exchanges.get(1).getProperty(Exchange.BATCH_INDEX)).isEqualTo(1);
        assertThat(exchanges.get(0).getProperty(Exchange.BATCH_COMPLETE)).isEqualTo(false);
        assertThat(exchanges.get(1).getProperty(Exchange.BATCH_COMPLETE)).isEqualTo(true);
    }

    @Test
    void aRestartGoesOnWhereItStopped() throws Exception {
        start("startFrom=" + BEGIN, this::receive);
        create("Anna");
        clock.advance(Duration.ofSeconds(4));
        await().until(() -> received.size() == 1);
        context.close();
        create("Berta");
        clock.advance(Duration.ofSeconds(4));
        start("startFrom=" + BEGIN, this::receive);
        await().until(() -> received.size() == 2);
        assertThat(received).containsExactly("Anna", "Berta");
    }

    @Test
    void fromTheBeginningAllRecordsComeAndThenTheirChanges() throws Exception {
        for (int number = 0; number < 250; number++) {
            create("Contact " + number);
        }
        clock.advance(Duration.ofDays(1));
        start("startFrom=beginning", this::receive);
        await().until(() -> received.size() == 250);
        create("Anna");
        clock.advance(Duration.ofSeconds(4));
        await().until(() -> received.size() == 251);
        assertThat(received).doesNotHaveDuplicates().endsWith("Anna");
        assertThat(exchanges).allSatisfy(exchange -> assertThat(exchange.getIn().getHeader(VtigerConstants.EVENT))
                .isEqualTo("created"));
    }

    @Test
    void aServerThatDiesBetweenTwoPagesLosesNothing() throws Exception {
        for (int number = 0; number < 250; number++) {
            create("Contact " + number);
        }
        clock.advance(Duration.ofMinutes(5));
        AtomicInteger queries = new AtomicInteger();
        server.faults().onCall("query", () -> {
            if (queries.incrementAndGet() == 3) {
                throw new IllegalStateException("the simulated server dies");
            }
        });
        start("startFrom=" + BEGIN, this::receive);
        await().until(() -> received.size() == 250);
        assertThat(received).doesNotHaveDuplicates();
    }

    @Test
    void theCrmMayBeDownWhenTheRouteStarts() throws Exception {
        create("Anna");
        clock.advance(Duration.ofSeconds(4));
        server.stop();
        start("startFrom=" + BEGIN, this::receive);
        assertThat(context.getRouteController().getRouteStatus("feed").isStarted())
                .isTrue();
        server.start();
        await().atMost(Duration.ofSeconds(30)).until(() -> received.contains("Anna"));
    }

    @Test
    void aFailedRecordIsTriedAgainAndNothingElseIsRepeated() throws Exception {
        for (String name : List.of("Anna", "Berta", "Cilly")) {
            create(name);
        }
        clock.advance(Duration.ofSeconds(4));
        Set<String> failed = ConcurrentHashMap.newKeySet();
        start("startFrom=" + BEGIN, exchange -> {
            if (name(exchange).equals("Berta") && failed.add("Berta")) {
                throw new IllegalStateException("the route fails once");
            }
            receive(exchange);
        });
        await().until(() -> received.size() == 3);
        assertThat(received).containsExactly("Anna", "Berta", "Cilly");
    }

    @Test
    void whatIsSkippedDoesNotComeAgain() throws Exception {
        for (String name : List.of("Anna", "Berta", "Cilly")) {
            create(name);
        }
        clock.advance(Duration.ofSeconds(4));
        start("onFailure=SKIP&startFrom=" + BEGIN, exchange -> {
            receive(exchange);
            if (name(exchange).equals("Berta")) {
                throw new IllegalStateException("the route fails always");
            }
        });
        await().until(() -> received.size() == 3);
        create("Dora");
        clock.advance(Duration.ofSeconds(4));
        await().until(() -> received.size() == 4);
        assertThat(received).containsExactly("Anna", "Berta", "Cilly", "Dora");
    }

    @Test
    void anEventThatIsNotWantedMovesTheCursorAllTheSame() throws Exception {
        start("events=updated&startFrom=" + BEGIN, this::receive);
        String anna = create("Anna");
        clock.advance(Duration.ofSeconds(4));
        server.clearCalls();
        await().until(() -> queries(server) >= 4);
        server.crm().revise(anna, Map.of("lastname", "Berta"));
        clock.advance(Duration.ofSeconds(4));
        await().until(() -> !received.isEmpty());
        assertThat(received).containsExactly("Berta");
    }

    @Test
    void anIdlePollIsOneRequest() throws Exception {
        try (SimulatorServer running = simulator().start()) {
            start(running, "startFrom=2026-01-01T00:00:00Z", this::receive);
            ScheduledPollConsumer consumer =
                    (ScheduledPollConsumer) context.getRoutes().get(0).getConsumer();
            await("one query a poll, and one for the CRM's time at the start")
                    .until(() -> consumer.getCounter() >= 10 && queries(running) == consumer.getCounter() + 1);
            assertThat(running.calls().stream().map(RecordedCall::operation).filter(name -> !name.equals("query")))
                    .as("only the first poll logs in and describes")
                    .containsExactlyElementsOf(
                            protocol == VtigerProtocol.REST
                                    ? List.of("describe", "me")
                                    : List.of("getchallenge", "login", "describe"));
        }
    }

    @Test
    void aFailureOfTheCrmIsBridgedAndOneOfTheRouteIsNot() throws Exception {
        create("Anna");
        clock.advance(Duration.ofSeconds(4));
        List<Exchange> bridged = new CopyOnWriteArrayList<>();
        context = ClockedVtiger.context(clock);
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                onException(Exception.class).handled(true).process(bridged::add);
                from(uri(server, "bridgeErrorHandler=true&onFailure=SKIP&startFrom=" + BEGIN))
                        .process(ChangesConsumerTest.this::receive)
                        .throwException(new IllegalStateException("the route fails"));
            }
        });
        context.start();
        await().until(() -> received.size() == 1);
        server.stop();
        await().atMost(Duration.ofSeconds(30)).until(() -> bridged.stream()
                .anyMatch(exchange -> exchange.getProperty(Exchange.EXCEPTION_CAUGHT)
                        instanceof io.github.camelvtiger.client.TransportException));
        assertThat(received).hasSize(1);
    }

    @Test
    void twoConsumersOfOneCursorAreRefusedByItsName() throws Exception {
        start("startFrom=now", this::receive);
        assertThatThrownBy(() -> context.addRoutes(route("other", uri(server, "events=created"), this::receive)))
                .hasMessageContaining("/admin/Contacts'")
                .hasMessageContaining("cursorKey");
        context.addRoutes(route("third", uri(server, "cursorKey=third"), this::receive));
        assertThat(context.getRouteController().getRouteStatus("third").isStarted())
                .isTrue();
    }

    @Test
    void aModuleWithoutTimesIsRefusedAtStart() {
        context = ClockedVtiger.context(clock);
        assertThatThrownBy(() -> {
                    context.addRoutes(route(
                            "feed", uri(server, "startFrom=now").replace("Contacts", "PBXManager"), this::receive));
                    context.start();
                })
                .hasMessageContaining("PBXManager")
                .hasMessageContaining("modifiedtime");
    }

    private void start(String options, Processor processor) throws Exception {
        start(server, options, processor);
    }

    private void start(SimulatorServer crm, String options, Processor processor) throws Exception {
        context = ClockedVtiger.context(clock);
        context.addRoutes(route("feed", uri(crm, options), processor));
        context.start();
    }

    private static RouteBuilder route(String id, String uri, Processor processor) {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from(uri).routeId(id).process(processor);
            }
        };
    }

    private String uri(SimulatorServer crm, String options) {
        return "vtiger:changes/Contacts?protocol=" + protocol
                + "&delay=50&initialDelay=0&connectTimeout=1000&readAttempts=1&url=" + crm.url()
                + "&username=" + crm.username() + "&accessKey=RAW(" + crm.accessKey() + ")&cursorDirectory=RAW("
                + cursors + ")&" + options;
    }

    private static long queries(SimulatorServer crm) {
        return crm.calls().stream()
                .filter(call -> call.operation().equals("query"))
                .count();
    }

    private String create(String lastName) {
        return server.crm().create("Contacts", Map.of("lastname", lastName));
    }

    private void receive(Exchange exchange) {
        exchanges.add(exchange);
        received.add(name(exchange));
    }

    private static String name(Exchange exchange) {
        return (String) exchange.getIn().getBody(Map.class).get("lastname");
    }
}
