package io.github.camelvtiger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.camel.CamelContext;
import org.apache.camel.ConsumerTemplate;
import org.apache.camel.Exchange;
import org.apache.camel.ServiceStatus;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.support.ScheduledPollConsumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A change is done when the route that it was handed over to is done with it, not when the first route is. */
class HandedOverTest extends FeedTestSupport {

    private static final List<String> NAMES = List.of("A", "B", "C", "D", "E");

    private final Set<String> failing = ConcurrentHashMap.newKeySet();
    private final List<String> tried = new CopyOnWriteArrayList<>();
    private final List<String> done = new CopyOnWriteArrayList<>();

    @BeforeEach
    void fiveContacts() {
        NAMES.forEach(name -> server.crm().create("Contacts", Map.of("lastname", name)));
        clock.advance(Duration.ofSeconds(4));
    }

    @Test
    void whatFailsBehindASedaQueueComesAgainAfterARestart() throws Exception {
        failing.addAll(NAMES);
        start(throughSeda("onFailure=stop"));
        await().until(() -> tried.containsAll(NAMES));
        stopFeed();
        failing.clear();
        start(throughSeda("onFailure=stop"));
        await().until(() -> done.size() >= 5);
        assertThat(done).containsExactlyInAnyOrderElementsOf(NAMES);
    }

    @Test
    void stopBehindASedaQueueTriesTheFailedOneAgainAndNothingElse() throws Exception {
        failing.add("B");
        start(throughSeda("onFailure=stop"));
        await().until(() -> tried.stream().filter("B"::equals).count() >= 3 && done.size() >= 4);
        failing.clear();
        await().until(() -> done.contains("B"));
        assertThat(done).containsExactlyInAnyOrderElementsOf(NAMES);
    }

    @Test
    void oneInFlightMeansOneBehindTheQueueAsWell() throws Exception {
        failing.add("B");
        start(throughSeda("onFailure=stop&maxInFlight=1"));
        await().until(() -> tried.stream().filter("B"::equals).count() >= 3);
        assertThat(new HashSet<>(tried)).containsExactlyInAnyOrder("A", "B");
    }

    @Test
    void skipBehindASedaQueueGoesOn() throws Exception {
        failing.add("B");
        start(throughSeda("onFailure=skip"));
        await().until(() -> done.size() == 4);
        awaitPolls();
        assertThat(tried).containsExactlyInAnyOrderElementsOf(NAMES);
    }

    @Test
    void parkBehindASedaQueueLetsTheRecordWait() throws Exception {
        failing.add("B");
        start(throughSeda("onFailure=park"));
        await().until(() -> done.size() == 4);
        awaitPolls();
        assertThat(tried).containsExactlyInAnyOrderElementsOf(NAMES);
        failing.clear();
        clock.advance(Duration.ofMinutes(2));
        await().until(() -> done.contains("B"));
    }

    @Test
    void aRouteThatFailsAfterItHandedOverFailsForTheRecord() throws Exception {
        failing.add("B");
        start(new RouteBuilder() {
            @Override
            public void configure() {
                from(changes("onFailure=stop")).to("seda:work").process(HandedOverTest.this::failOrNot);
                from("seda:work").process(exchange -> done.add(name(exchange)));
            }
        });
        await().until(() -> tried.stream().filter("B"::equals).count() >= 3);
    }

    @Test
    void pollEnrichCommitsWhenItsOwnRouteEnds() throws Exception {
        failing.addAll(NAMES);
        start(enriched());
        await().until(() -> !tried.isEmpty());
        stopFeed();
        failing.clear();
        start(enriched());
        await().until(() -> done.size() >= 5);
        assertThat(done).containsExactlyInAnyOrderElementsOf(NAMES);
        stopFeed();
        start(enriched());
        awaitAnswersTo("query", 3);
        assertThat(done).as("nothing is repeated").hasSize(5);
    }

    @Test
    void pollCommitsWhenItsOwnRouteEnds() throws Exception {
        failing.addAll(NAMES);
        start(polled());
        await().until(() -> !tried.isEmpty());
        stopFeed();
        failing.clear();
        start(polled());
        await().until(() -> done.size() >= 5);
        assertThat(done).containsExactlyInAnyOrderElementsOf(NAMES);
    }

    @Test
    void aConsumerTemplateCommitsWhatItSaysIsDone() throws Exception {
        start(null);
        try (ConsumerTemplate template = context.createConsumerTemplate()) {
            for (int count = 0; count < 3; count++) {
                Exchange exchange = template.receive(changes("onFailure=stop"), 20_000);
                if (name(exchange).equals("B")) {
                    exchange.setException(new IllegalStateException("B fails"));
                }
                template.doneUoW(exchange);
            }
        }
        stopFeed();
        start(throughSeda("onFailure=stop"));
        await().until(() -> done.size() >= 3);
        awaitPolls();
        assertThat(done).as("B failed; D and E were never read").containsExactly("B", "D", "E");
    }

    @Test
    void whatLiesUnreadIsNotSkippedByAStop() throws Exception {
        start(null);
        try (ConsumerTemplate template = context.createConsumerTemplate()) {
            template.doneUoW(template.receive(changes("onFailure=skip"), 20_000));
        }
        stopFeed();
        start(throughSeda("onFailure=skip"));
        await().until(() -> done.size() >= 4);
        awaitPolls();
        assertThat(done).containsExactly("B", "C", "D", "E");
    }

    @Test
    void aBareProcessorHasNoOneToHandOverTo() throws Exception {
        start(null);
        var consumer = context.getEndpoint(changes("onFailure=stop")).createConsumer(this::failOrNot);
        consumer.start();
        await().until(() -> done.size() == 5);
        long before = ((ScheduledPollConsumer) consumer).getCounter();
        await().until(() -> ((ScheduledPollConsumer) consumer).getCounter() > before + 3);
        consumer.stop();
        assertThat(done).containsExactlyElementsOf(NAMES);
    }

    @Test
    void aQueryEndsItsPollAtTheRecordThatFailedBehindTheQueue() throws Exception {
        failing.add("B");
        start(new RouteBuilder() {
            @Override
            public void configure() {
                from("vtiger:query/Contacts?delay=50&initialDelay=0&maxInFlight=1&onFailure=stop" + connection())
                        .routeId("feed")
                        .to("seda:work");
                from("seda:work").process(HandedOverTest.this::failOrNot);
            }
        });
        await().until(() -> tried.stream().filter("B"::equals).count() >= 3);
        assertThat(new HashSet<>(tried)).containsExactlyInAnyOrder("A", "B");
    }

    @Test
    void whatAnAggregatorCollectsIsDoneWhenItHasEntered() throws Exception {
        failing.addAll(NAMES);
        start(new RouteBuilder() {
            @Override
            public void configure() {
                from(changes("onFailure=stop"))
                        .routeId("feed")
                        .aggregate(constant(true), (before, next) -> next)
                        .completionSize(5)
                        .process(HandedOverTest.this::failOrNot);
            }
        });
        await().until(() -> tried.size() == 1);
        awaitPolls();
        assertThat(tried).as("not tried again, although it failed").hasSize(1);
    }

    @Test
    void whatAWireTapTakesIsDoneWithTheFeedsOwnRoute() throws Exception {
        failing.addAll(NAMES);
        start(new RouteBuilder() {
            @Override
            public void configure() {
                from(changes("onFailure=stop")).routeId("feed").wireTap("direct:tapped");
                from("direct:tapped").process(HandedOverTest.this::failOrNot);
            }
        });
        await().until(() -> tried.size() == 5);
        awaitPolls();
        assertThat(tried).hasSize(5);
    }

    @Test
    void aBodyThatATemplateReturnsIsDoneAtOnce() throws Exception {
        start(null);
        try (ConsumerTemplate template = context.createConsumerTemplate()) {
            assertThat(template.receiveBody(changes("onFailure=stop"), 20_000, Map.class))
                    .containsEntry("lastname", "A");
        }
        stopFeed();
        start(throughSeda("onFailure=stop"));
        await().until(() -> done.size() == 4);
        awaitPolls();
        assertThat(done).containsExactly("B", "C", "D", "E");
    }

    private RouteBuilder throughSeda(String options) {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from(changes(options)).routeId("feed").to("seda:work");
                from("seda:work").process(HandedOverTest.this::failOrNot);
            }
        };
    }

    private RouteBuilder enriched() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("timer:enrich?period=50&delay=0&includeMetadata=false")
                        .pollEnrich(changes("onFailure=stop"), 1_000)
                        .filter(exchange -> exchange.getMessage().getBody() != null)
                        .process(HandedOverTest.this::failOrNot);
            }
        };
    }

    private RouteBuilder polled() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("timer:poll?period=50&delay=0&includeMetadata=false")
                        .poll(changes("onFailure=stop"), 1_000)
                        .filter(exchange -> exchange.getMessage().getBody() != null)
                        .process(HandedOverTest.this::failOrNot);
            }
        };
    }

    private void failOrNot(Exchange exchange) {
        String name = name(exchange);
        tried.add(name);
        if (failing.contains(name)) {
            throw new IllegalStateException("The route fails for " + name + ".");
        }
        done.add(name);
    }

    private static String name(Exchange exchange) {
        return (String) exchange.getMessage().getBody(Map.class).get("lastname");
    }

    private String changes(String options) {
        return "vtiger:changes/Contacts?delay=50&initialDelay=0&startFrom=" + BEGIN + "&cursorDirectory=RAW(" + cursors
                + ")&" + options + connection();
    }

    private String connection() {
        return "&url=" + server.url() + "&username=admin&accessKey=RAW(" + server.accessKey() + ")";
    }

    private void awaitPolls() {
        aPollGoesBy();
    }

    private void awaitAnswersTo(String operation, int count) {
        server.clearCalls();
        await().until(() -> server.calls().stream()
                        .filter(call -> call.operation().equals(operation))
                        .count()
                >= count);
    }

    private void start(RouteBuilder routes) throws Exception {
        context = ClockedVtiger.context(clock);
        CamelContext started = context;
        if (routes != null) {
            context.addRoutes(routes);
        }
        context.start();
        await().until(() -> started.getStatus() == ServiceStatus.Started);
    }
}
