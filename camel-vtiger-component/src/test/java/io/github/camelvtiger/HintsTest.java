package io.github.camelvtiger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelvtiger.simulator.SimulatorServer;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.Consumer;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultComponent;
import org.apache.camel.support.DefaultConsumer;
import org.apache.camel.support.DefaultEndpoint;
import org.apache.logging.log4j.Level;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The option {@code hints}: messages from any endpoint make a feed look before its delay is over. */
class HintsTest {

    @TempDir
    Path cursors;

    private final List<Exchange> received = new CopyOnWriteArrayList<>();
    private SimulatorServer server;
    private DefaultCamelContext context;

    @BeforeEach
    void start() {
        server = SimulatorServer.builder().seed("empty").start();
        context = new DefaultCamelContext();
    }

    @AfterEach
    void stop() throws Exception {
        context.close();
        server.close();
    }

    @Test
    void aHintDeliversLongBeforeTheNextPoll() throws Exception {
        follow("Contacts", "seda:crm");
        firstPolls(1);
        String id = server.crm().create("Contacts", Map.of("lastname", "Anna"));
        send("seda:crm", Map.of("id", id));

        await().until(() -> received.size() == 1);
        assertThat(received.get(0).getIn().getHeader(VtigerConstants.RECORD_ID)).isEqualTo(id);
    }

    @Test
    void aHintIsLookedAtAtOnceAndAgain() throws Exception {
        follow("Contacts", "direct:crm", "verifyDelay=3000");
        firstPolls(1);
        int before = queries("Contacts");
        send("direct:crm", null);

        await().until(() -> queries("Contacts") >= before + 3);
    }

    @Test
    void aHintThatNamesAModuleWakesItsFeedsOnly() throws Exception {
        follow("Contacts", "direct:crm");
        follow("Leads", "direct:crm");
        context.start();
        await().until(() -> queries("Contacts") > 0 && queries("Leads") > 0);
        await().until(this::isQuiet);
        String lead = server.crm().create("Leads", Map.of("lastname", "L"));
        List<Object> bodies = List.of(
                Map.of("id", lead),
                lead,
                lead.getBytes(StandardCharsets.UTF_8),
                new ByteArrayInputStream(
                        ("{\"id\": \"" + lead + "\", \"more\": [1]}").getBytes(StandardCharsets.UTF_8)));
        for (Object body : bodies) {
            int contacts = queries("Contacts");
            int leads = queries("Leads");
            send("direct:crm", body);
            await().until(() -> queries("Leads") > leads);
            assertThat(queries("Contacts")).isEqualTo(contacts);
        }
        int contacts = queries("Contacts");
        int leads = queries("Leads");
        try (ProducerTemplate template = context.createProducerTemplate()) {
            template.sendBodyAndHeader("direct:crm", "anything", VtigerConstants.MODULE, "Leads");
            template.sendBodyAndHeader("direct:crm", "anything", VtigerConstants.RECORD_ID, lead);
        }
        await().until(() -> queries("Leads") > leads);
        assertThat(queries("Contacts")).isEqualTo(contacts);
    }

    @Test
    void anythingElseIsForAllAndNothingOfItReachesTheCrmOrTheLog() throws Exception {
        follow("Contacts", "direct:crm");
        follow("Leads", "direct:crm");
        context.start();
        await().until(() -> queries("Contacts") > 0 && queries("Leads") > 0);
        try (LogLines lines = LogLines.of(Level.DEBUG)) {
            for (Object body : List.of(
                    "",
                    List.of(Map.of("id", "12x1")),
                    "{\"id\": [7]}",
                    "{garbage-s3cret",
                    "[\"12x1\"]",
                    new Object(),
                    "x".repeat(70_000) + "s3cret",
                    Map.of("id", "s3cret"))) {
                int contacts = queries("Contacts");
                int leads = queries("Leads");
                send("direct:crm", body);
                await().until(() -> queries("Contacts") > contacts && queries("Leads") > leads);
            }
            assertThat(lines.lines()).noneMatch(line -> line.contains("s3cret"));
        }
        assertThat(server.calls()).noneMatch(call -> call.toString().contains("s3cret"));
    }

    @Test
    void feedsOfOneUriShareOneConsumerThatLivesAsLongAsTheFirstAndTheLast() throws Exception {
        CountingComponent counting = new CountingComponent(0);
        context.addComponent("counting", counting);
        follow("Contacts", "counting:crm");
        follow("Leads", "counting:crm");
        context.start();

        await().until(() -> counting.running.get() == 1);
        context.getRouteController().stopRoute("Contacts");
        assertThat(counting.running).hasValue(1);
        context.getRouteController().stopRoute("Leads");
        await().until(() -> counting.running.get() == 0);
        context.getRouteController().startRoute("Leads");
        await().until(() -> counting.running.get() == 1);
        assertThat(counting.made).hasValue(2);
    }

    @Test
    void anEndpointThatIsDownIsTriedAgainWhileTheFeedWorks() throws Exception {
        CountingComponent counting = new CountingComponent(1);
        context.addComponent("counting", counting);
        follow("Contacts", "counting:crm");
        try (LogLines lines = LogLines.of(Level.DEBUG)) {
            context.start();
            await().until(() -> queries("Contacts") > 0);
            await().until(() -> counting.running.get() == 1);
            assertThat(lines.lines()).anyMatch(line -> line.contains("No hints come from counting://crm"));
        }
    }

    @Test
    void anUnknownSchemeFailsTheStart() throws Exception {
        follow("Contacts", "nosuch:crm?password=s3cret");

        assertThatThrownBy(context::start)
                .hasStackTraceContaining("The option hints does not name an endpoint")
                .satisfies(thrown -> assertThat(thrown.getMessage()).doesNotContain("s3cret"));
    }

    @Test
    void onlyTheFeedTakesHints() throws Exception {
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from(uri("vtiger:query/Contacts", "hints=seda:crm")).to("mock:none");
            }
        });

        assertThatThrownBy(context::start)
                .hasStackTraceContaining(
                        "The option hints is set for the operation query, but only vtiger:changes looks because of hints");
    }

    private void follow(String module, String hints, String... options) throws Exception {
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from(uri("vtiger:changes/" + module, "hints=RAW(" + hints + ")&" + String.join("&", options)))
                        .routeId(module)
                        .process(received::add);
            }
        });
    }

    private String uri(String path, String options) {
        return path + "?delay=3600000&initialDelay=0&url=" + server.url() + "&username=admin&accessKey=RAW("
                + server.accessKey("admin") + ")&cursorDirectory=RAW(" + cursors + ")&"
                + options.replaceFirst("&$", "");
    }

    private void firstPolls(int queries) {
        context.start();
        await().until(() -> queries("Contacts") >= queries);
    }

    private boolean isQuiet() {
        return queries("Contacts") >= 1;
    }

    private void send(String uri, Object body) throws Exception {
        try (ProducerTemplate template = context.createProducerTemplate()) {
            template.sendBody(uri, body);
        }
    }

    private int queries(String module) {
        return (int) server.calls().stream()
                .map(call -> call.parameters().get("query"))
                .filter(query -> query != null && query.contains("from " + module))
                .count();
    }

    private static ConditionFactory await() {
        return Awaitility.await().atMost(Duration.ofMinutes(1));
    }

    /** Consumers that are counted, the first of which cannot be started. */
    private static final class CountingComponent extends DefaultComponent {

        private final AtomicInteger made = new AtomicInteger();
        private final AtomicInteger running = new AtomicInteger();
        private final AtomicInteger failures;

        CountingComponent(int failures) {
            this.failures = new AtomicInteger(failures);
        }

        @Override
        protected Endpoint createEndpoint(String uri, String remaining, Map<String, Object> parameters) {
            return new DefaultEndpoint(uri, this) {
                @Override
                public Producer createProducer() {
                    throw new UnsupportedOperationException();
                }

                @Override
                public Consumer createConsumer(Processor processor) {
                    made.incrementAndGet();
                    return new DefaultConsumer(this, processor) {
                        private boolean counted;

                        @Override
                        protected void doStart() throws Exception {
                            if (failures.getAndDecrement() > 0) {
                                throw new IllegalStateException("the broker is down");
                            }
                            super.doStart();
                            counted = true;
                            running.incrementAndGet();
                        }

                        @Override
                        protected void doStop() throws Exception {
                            if (counted) {
                                counted = false;
                                running.decrementAndGet();
                            }
                            super.doStop();
                        }
                    };
                }
            };
        }
    }
}
