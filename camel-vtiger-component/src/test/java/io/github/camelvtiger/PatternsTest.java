package io.github.camelvtiger;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelvtiger.client.PlannedWrite;
import io.github.camelvtiger.client.VtigerException;
import io.github.camelvtiger.client.WithheldWriteException;
import io.github.camelvtiger.client.WriteInterceptor;
import io.github.camelvtiger.simulator.SimulatorServer;
import io.github.camelvtiger.simulator.clock.ManualClock;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.processor.aggregate.GroupedBodyAggregationStrategy;
import org.apache.camel.support.processor.idempotent.MemoryIdempotentRepository;
import org.apache.camel.test.junit5.CamelTestSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The examples of docs/patterns.md. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PatternsTest extends CamelTestSupport {

    @TempDir
    static Path cursors;

    private final ManualClock clock = new ManualClock(Instant.parse("2026-03-01T10:00:00Z"));
    private SimulatorServer crm;

    @BeforeAll
    void startCrm() {
        crm = SimulatorServer.builder().seed("empty").clock(clock).start();
    }

    /** In this order: feeds of a context that is left to itself would poll on, beside the tests of other classes. */
    @AfterAll
    void stopAll() throws Exception {
        context().close();
        crm.close();
    }

    @Override
    protected CamelContext createCamelContext() throws Exception {
        CamelContext context = super.createCamelContext();
        VtigerComponent component = ClockedVtiger.component(clock);
        component.getConfiguration().setUrl(crm.url());
        component.getConfiguration().setUsername(crm.username());
        component.getConfiguration().setAccessKey(crm.accessKey());
        component.getConfiguration().setCursorDirectory(cursors.toString());
        context.addComponent("vtiger", component);
        return context;
    }

    @Override
    protected RouteBuilder createRouteBuilder() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:leads-or-dead")
                        .onException(VtigerException.class)
                        .useOriginalMessage()
                        .handled(true)
                        .setHeader("reason", simple("${exception.message}"))
                        .to("mock:dead")
                        .end()
                        .transform(simple("${body.trim()}"))
                        .to("vtiger:create/Leads")
                        .to("mock:written");

                from("direct:export-contacts")
                        .to("vtiger:export/Contacts?columns=lastname,email")
                        .split(body())
                        .streaming()
                        .to("mock:contact");

                from("direct:large-deals")
                        .to("vtiger:export/Potentials?columns=potentialname,amount,closingdate&typedValues=true")
                        .split(body())
                        .streaming()
                        .filter(simple("${body[amount]} > 1000"))
                        .to("mock:large-deal");

                from("direct:tools")
                        .setHeader(VtigerConstants.INTENT, body())
                        .to("vtiger:actions")
                        .convertBodyTo(String.class);

                from("direct:tool-call")
                        .unmarshal()
                        .json()
                        .setHeader(VtigerConstants.ACTION, simple("${body[name]}"))
                        .setBody(simple("${body[arguments]}"))
                        .doTry()
                        .to("vtiger:run?allowedOperations=query,lookup,retrieve,describe,create")
                        .doCatch(VtigerException.class)
                        .setBody(simple("${exception.message}"))
                        .end()
                        .convertBodyTo(String.class);

                from("direct:row")
                        .aggregate(constant(true), new GroupedBodyAggregationStrategy())
                        .completionSize(100)
                        .completionTimeout(500)
                        .to("vtiger:upsert/Contacts?matchFields=email&failOnError=true")
                        .to("mock:batch");

                from("direct:contact")
                        .setHeader(VtigerConstants.RECORD_ID, simple("${body[account_id]}"))
                        .enrich("vtiger:retrieve/Accounts", PatternsTest::withAccount)
                        .to("mock:enriched");

                from("direct:next-ticket")
                        .pollEnrich("vtiger:changes/HelpDesk?delay=50&initialDelay=0&startFrom=beginning", 20_000)
                        .to("mock:ticket");

                from("direct:any-module")
                        .setHeader(VtigerConstants.MODULE, header("target"))
                        .to("vtiger:create")
                        .to("mock:created");

                from("direct:to-targets")
                        .choice()
                        .when(exchangeProperty("vip"))
                        .setProperty("targets", constant("vtiger:create/Leads,mock:vip"))
                        .otherwise()
                        .setProperty("targets", constant("vtiger:create/Leads"))
                        .end()
                        .recipientList(exchangeProperty("targets"))
                        .to("mock:sent");

                from("vtiger:changes/Accounts?delay=50&initialDelay=0&startFrom=beginning")
                        .multicast()
                        .stopOnException()
                        .to("mock:warehouse", "mock:search");

                from("direct:order-form")
                        .idempotentConsumer(
                                header("formId"), MemoryIdempotentRepository.memoryIdempotentRepository(1000))
                        .to("vtiger:create/Leads?ambiguousWrites=verify")
                        .to("mock:lead");

                from("direct:plan")
                        .process(exchange -> exchange.setProperty(VtigerConstants.WRITE_INTERCEPTOR, new DryRun()))
                        .to("vtiger:upsert/Contacts?matchFields=email")
                        .process(exchange -> exchange.getMessage()
                                .setBody(exchange.getProperty(VtigerConstants.WRITE_INTERCEPTOR, DryRun.class).plan))
                        .to("mock:plan");

                from("vtiger:changes/Leads?delay=50&initialDelay=0&startFrom=beginning")
                        .setHeader("crmId", header(VtigerConstants.RECORD_ID))
                        .setHeader("crmEvent", header(VtigerConstants.EVENT))
                        .convertBodyTo(String.class)
                        .to("mock:queue");
            }
        };
    }

    static final class DryRun implements WriteInterceptor {

        private final List<String> plan = new CopyOnWriteArrayList<>();

        @Override
        public CompletableFuture<Void> before(PlannedWrite write) {
            write.fields()
                    .forEach((field, value) -> plan.add(write.index() + " " + write.kind() + " " + field + ": "
                            + write.stored().get(field) + " -> " + value));
            return CompletableFuture.failedFuture(WithheldWriteException.dryRun(write));
        }

        @Override
        public void after(PlannedWrite write, Map<String, Object> answer) {}

        @Override
        public void failed(PlannedWrite write, VtigerException failure) {}
    }

    private static Exchange withAccount(Exchange contact, Exchange account) {
        Map<String, Object> both = new LinkedHashMap<>(contact.getMessage().getBody(Map.class));
        both.put("account", account.getMessage().getBody());
        contact.getMessage().setBody(both);
        return contact;
    }

    @Test
    void agentFindsAndCallsItsTools() {
        assertThat(template.requestBody("direct:tools", "make a new lead", String.class))
                .contains("\"key\":\"create-record\"", "\"module\":\"Leads\"", "\"lastname\"");
        assertThat(toolCall(
                        "create-record",
                        "{\"module\":\"Leads\",\"record\":{\"lastname\":\"Agent\",\"email\":\"agent\"}}"))
                .contains("'record.email' is 'agent', which is not an e-mail address");
        assertThat(toolCall("create-record", "{\"module\":\"Leads\",\"record\":{\"lastname\":\"Agent\"}}"))
                .contains("\"lastname\":\"Agent\"");
        assertThat(toolCall("delete-record", "{\"id\":\"10x1\"}")).contains("is not allowed to this endpoint");
    }

    private String toolCall(String name, String arguments) {
        return template.requestBody(
                "direct:tool-call", "{\"name\":\"" + name + "\",\"arguments\":" + arguments + "}", String.class);
    }

    @Test
    void anExportIsSplit() throws InterruptedException {
        List.of("Split A", "Split B").forEach(name -> crm.crm().create("Contacts", Map.of("lastname", name)));
        MockEndpoint contacts = getMockEndpoint("mock:contact");
        contacts.setMinimumExpectedMessageCount(2);

        template.sendBody("direct:export-contacts", null);

        contacts.assertIsSatisfied();
        assertThat(bodies(contacts)).extracting(row -> row.get("lastname")).contains("Split A", "Split B");
    }

    @Test
    void numbersAndDatesAreCompared() throws InterruptedException {
        List.of("999", "1001").forEach(amount -> crm.crm()
                .create(
                        "Potentials",
                        Map.of(
                                "potentialname",
                                "Deal of " + amount,
                                "amount",
                                amount,
                                "closingdate",
                                "2026-12-31",
                                "sales_stage",
                                "Prospecting")));
        MockEndpoint deals = getMockEndpoint("mock:large-deal");
        deals.expectedMessageCount(1);

        template.sendBody("direct:large-deals", null);

        deals.assertIsSatisfied();
        assertThat(bodies(deals).get(0).get("amount")).isEqualTo(new BigDecimal("1001"));
        assertThat(bodies(deals).get(0).get("closingdate")).isEqualTo(LocalDate.of(2026, 12, 31));
    }

    @Test
    void rowsBecomeABatch() throws InterruptedException {
        MockEndpoint batches = getMockEndpoint("mock:batch");
        batches.expectedMessageCount(1);

        for (int row = 0; row < 3; row++) {
            template.sendBody(
                    "direct:row", Map.of("lastname", "Row " + row, "email", "row" + row + "@patterns.example"));
        }

        batches.assertIsSatisfied();
        assertThat((Iterable<?>) batches.getExchanges().get(0).getMessage().getBody())
                .hasSize(3);
    }

    @Test
    void aRecordIsEnriched() throws InterruptedException {
        String account = crm.crm().create("Accounts", Map.of("accountname", "Enriched Inc"));
        MockEndpoint enriched = getMockEndpoint("mock:enriched");
        enriched.expectedMessageCount(1);

        template.sendBody("direct:contact", Map.of("lastname", "Nowak", "account_id", account));

        enriched.assertIsSatisfied();
        assertThat(bodies(enriched).get(0)).containsEntry("lastname", "Nowak");
        assertThat((Map<?, ?>) bodies(enriched).get(0).get("account"))
                .extracting("accountname")
                .isEqualTo("Enriched Inc");
    }

    @Test
    void aFeedIsPolledByAnotherRoute() throws InterruptedException {
        crm.crm()
                .create(
                        "HelpDesk",
                        Map.of("ticket_title", "Polled", "ticketpriorities", "High", "ticketstatus", "Open"));
        clock.advance(Duration.ofSeconds(4));
        MockEndpoint tickets = getMockEndpoint("mock:ticket");
        tickets.expectedMessageCount(1);

        template.sendBody("direct:next-ticket", null);

        tickets.assertIsSatisfied();
        assertThat(bodies(tickets).get(0)).containsEntry("ticket_title", "Polled");
    }

    @Test
    void theMessageChoosesTheModule() throws InterruptedException {
        MockEndpoint created = getMockEndpoint("mock:created");
        created.expectedMessageCount(1);

        template.sendBodyAndHeader("direct:any-module", Map.of("vendorname", "Chosen"), "target", "Vendors");

        created.assertIsSatisfied();
        assertThat(bodies(created).get(0)).containsEntry("vendorname", "Chosen");
    }

    @Test
    void theListOfRecipientsIsOnesOwn() throws InterruptedException {
        MockEndpoint vips = getMockEndpoint("mock:vip");
        vips.expectedMessageCount(1);
        getMockEndpoint("mock:sent").expectedMessageCount(2);

        template.sendBodyAndProperty("direct:to-targets", Map.of("lastname", "Vip", "company", "Acme"), "vip", true);
        template.sendBodyAndProperty("direct:to-targets", Map.of("lastname", "Other", "company", "Acme"), "vip", false);

        getMockEndpoint("mock:sent").assertIsSatisfied();
        vips.assertIsSatisfied();
        assertThat(template.requestBody(
                        "vtiger:count?query=RAW(SELECT * FROM Leads WHERE lastname IN ('Vip', 'Other'))",
                        null,
                        Long.class))
                .isEqualTo(2);
    }

    @Test
    void aChangeThatFailsAtOneTargetComesAgainForAll() throws InterruptedException {
        MockEndpoint search = getMockEndpoint("mock:search");
        search.whenExchangeReceived(1, exchange -> {
            throw new IllegalStateException("the search engine is down");
        });
        search.expectedMessageCount(2);
        getMockEndpoint("mock:warehouse").expectedMessageCount(2);

        crm.crm().create("Accounts", Map.of("accountname", "Multicast Inc"));
        clock.advance(Duration.ofSeconds(4));

        search.assertIsSatisfied();
        getMockEndpoint("mock:warehouse").assertIsSatisfied();
    }

    @Test
    void aMessageThatComesTwiceIsWrittenOnce() throws InterruptedException {
        MockEndpoint leads = getMockEndpoint("mock:lead");
        leads.expectedMessageCount(1);

        for (int time = 0; time < 2; time++) {
            template.sendBodyAndHeader(
                    "direct:order-form", Map.of("lastname", "Once", "company", "Acme"), "formId", "f-1");
        }

        leads.assertIsSatisfied();
        assertThat(template.requestBody(
                        "vtiger:count?query=RAW(SELECT * FROM Leads WHERE lastname = 'Once')", null, Long.class))
                .isEqualTo(1);
    }

    @Test
    void aDeadLetterHasTheOriginalBody() throws InterruptedException {
        MockEndpoint dead = getMockEndpoint("mock:dead");
        dead.expectedBodiesReceived("  {\"company\": \"Acme\"}  ");

        template.sendBody("direct:leads-or-dead", "  {\"company\": \"Acme\"}  ");

        dead.assertIsSatisfied();
        assertThat(dead.getExchanges().get(0).getMessage().getHeader("reason", String.class))
                .contains("lastname");
    }

    @Test
    void aDryRunShowsWhatAnUpsertWouldDo() throws InterruptedException {
        String id = crm.crm().create("Contacts", Map.of("email", "dry@patterns.example", "lastname", "Before"));
        MockEndpoint plan = getMockEndpoint("mock:plan");
        plan.expectedMessageCount(1);

        template.sendBody("direct:plan", List.of(Map.of("email", "dry@patterns.example", "lastname", "After")));

        plan.assertIsSatisfied();
        assertThat(plan.getExchanges().get(0).getMessage().getBody(List.class))
                .containsExactly("0 REVISE lastname: Before -> After");
        assertThat(crm.crm().record(id).orElseThrow()).containsEntry("lastname", "Before");
    }

    @Test
    void headersForOtherSystemsHaveOtherNames() throws InterruptedException {
        MockEndpoint queue = getMockEndpoint("mock:queue");
        queue.setMinimumExpectedMessageCount(1);

        String id = crm.crm().create("Leads", Map.of("lastname", "Headers", "company", "Acme"));
        clock.advance(Duration.ofSeconds(4));

        queue.assertIsSatisfied();
        assertThat(queue.getExchanges()).anySatisfy(change -> {
            assertThat(change.getMessage().getHeader("crmId")).isEqualTo(id);
            assertThat(change.getMessage().getHeader("crmEvent")).isEqualTo("created");
            assertThat(change.getMessage().getBody()).isInstanceOf(String.class);
        });
    }

    private static List<Map<String, Object>> bodies(MockEndpoint endpoint) {
        List<Map<String, Object>> bodies = new ArrayList<>();
        endpoint.getExchanges()
                .forEach(exchange -> bodies.add(exchange.getMessage().getBody(Map.class)));
        return bodies;
    }
}
