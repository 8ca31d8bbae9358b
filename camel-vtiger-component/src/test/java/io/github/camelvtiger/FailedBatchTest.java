package io.github.camelvtiger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelvtiger.client.BatchFailedException;
import io.github.camelvtiger.client.BatchItem;
import io.github.camelvtiger.client.BatchItem.Outcome;
import io.github.camelvtiger.client.BatchResult;
import io.github.camelvtiger.client.InvalidRecordException;
import io.github.camelvtiger.simulator.fault.Fault;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.apache.logging.log4j.Level;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a route sees of a batch of which records fail. */
class FailedBatchTest extends CrmTestSupport {

    private static final String CREATE = "vtiger:create/Leads?failOnError=true";
    private static final String UPSERT = "vtiger:upsert/Leads?matchFields=email&failOnError=true";

    @BeforeEach
    void clear() {
        crm.reset();
        call("vtiger:me", null);
        crm.clearCalls();
    }

    @Override
    protected RoutesBuilder createRouteBuilder() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                errorHandler(defaultErrorHandler().maximumRedeliveries(2).redeliveryDelay(0));
                from("direct:create").to(CREATE);
                from("direct:upsert").to(UPSERT);
                from("direct:stop").to(CREATE + "&stopOnError=true");
                from("direct:stream").streamCache(false).to(CREATE);
                from("direct:two")
                        .to(CREATE)
                        .setBody(exchangeProperty("second"))
                        .to(CREATE);
            }
        };
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "vtiger:create/Leads",
                "vtiger:upsert/Leads?matchFields=email",
                "vtiger:upsert/Leads?matchFields=email&parallelism=4"
            })
    void oneWarningCountsTheFailedAndGivesTheFirstReason(String uri) {
        try (LogLines log = LogLines.of(Level.WARN)) {
            call(uri, List.of(lead("A"), Map.of("email", "b@x.org"), lead("C"), Map.of("email", "d@x.org")));
            assertThat(log.lines().filter(line -> line.contains("failed of 4 records")))
                    .hasSize(1)
                    .first()
                    .asString()
                    .contains("2 created, 2 failed", "index 1", "lastname");
        }
    }

    @Test
    void nothingIsLoggedOfABatchThatSucceeded() {
        try (LogLines log = LogLines.of(Level.INFO)) {
            call("vtiger:create/Leads", List.of(lead("A"), lead("B")));
            assertThat(log.lines()).noneMatch(line -> line.contains("of a batch"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {CREATE, UPSERT})
    void failOnErrorThrowsAfterAllWereTriedAndLeavesTheBody(String uri) {
        List<Map<String, Object>> batch = List.of(lead("A"), Map.of("email", "b@x.org"), lead("C"));
        Exchange exchange;
        try (LogLines log = LogLines.of(Level.WARN)) {
            exchange = call(uri, batch);
            assertThat(log.lines())
                    .filteredOn(line -> line.contains("of a batch"))
                    .singleElement()
                    .asString()
                    .contains("2 created, 1 failed of 3 records; index 1: ");
        }
        assertThat(exchange.getException()).isInstanceOfSatisfying(BatchFailedException.class, failure -> {
            assertThat(failure).hasCauseInstanceOf(InvalidRecordException.class);
            assertThat(failure.getResult().items())
                    .extracting(BatchItem::outcome)
                    .containsExactly(Outcome.CREATED, Outcome.FAILED, Outcome.CREATED);
            assertThat(failure.getResult().failed()).hasSize(1);
            assertThat(failure.getResult().succeeded()).hasSize(2);
            assertThat(failure.getModule()).isEqualTo("Leads");
            assertThat(failure).hasMessageContaining("1 of 3").hasMessageContaining("index 1");
        });
        assertThat(exchange.getMessage().getBody()).isSameAs(batch);
    }

    @ParameterizedTest
    @ValueSource(strings = {"direct:create", "direct:upsert"})
    void aRedeliverySendsOnlyWhatFailed(String route) {
        crm.faults().failNext(1, Fault.HTML, "create");
        Exchange exchange = call(route, List.of(lead("A"), lead("B"), lead("C")));
        assertThat(exchange.getException()).isNull();
        assertThat(exchange.getMessage().getBody(BatchResult.class).items())
                .extracting(BatchItem::index, BatchItem::outcome)
                .containsExactly(tuple(0, Outcome.CREATED), tuple(1, Outcome.CREATED), tuple(2, Outcome.CREATED));
        assertThat(creates()).as("one of them twice").isEqualTo(4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"direct:create", "direct:upsert"})
    void whatFailsAgainIsSentAgainAndTheRestIsNot(String route) {
        Exchange exchange = call(route, List.of(lead("A"), Map.of("email", "b@x.org"), lead("C")));
        assertThat(exchange.getException()).isInstanceOf(BatchFailedException.class);
        assertThat(((BatchFailedException) exchange.getException()).getResult().items())
                .extracting(BatchItem::index, BatchItem::outcome)
                .containsExactly(tuple(0, Outcome.CREATED), tuple(1, Outcome.FAILED), tuple(2, Outcome.CREATED));
        assertThat(lastnames("A", "C")).containsExactlyInAnyOrder("A", "C");
    }

    @Test
    void withStopOnErrorARedeliveryGoesOnFromWhereItStopped() {
        crm.faults().failNext(1, Fault.HTML, "create");
        Exchange exchange = call("direct:stop", List.of(lead("A"), lead("B"), lead("C")));
        assertThat(exchange.getException()).isNull();
        assertThat(exchange.getMessage().getBody(BatchResult.class).created()).isEqualTo(3);
        assertThat(creates()).isEqualTo(4);
    }

    @Test
    void jsonTextIsReadAgain() {
        crm.faults().failNext(1, Fault.HTML, "create");
        Exchange exchange =
                call("direct:create", "[{\"lastname\":\"A\"},{\"lastname\":\"B\"}]".getBytes(StandardCharsets.UTF_8));
        assertThat(exchange.getException()).isNull();
        assertThat(creates()).isEqualTo(3);
    }

    @Test
    void aBodyThatCanBeReadOnceFailsWithTheSameResult() {
        crm.faults().failNext(1, Fault.HTML, "create");
        Exchange iterator = call("direct:create", List.of(lead("A"), lead("B")).iterator());
        assertThat(iterator.getException()).isInstanceOf(BatchFailedException.class);
        assertThat(creates()).isEqualTo(2);

        crm.clearCalls();
        crm.faults().failNext(1, Fault.HTML, "create");
        Exchange stream = call(
                "direct:stream",
                new ByteArrayInputStream(
                        "[{\"lastname\":\"A\"},{\"lastname\":\"B\"}]".getBytes(StandardCharsets.UTF_8)));
        assertThat(stream.getException()).isInstanceOfSatisfying(BatchFailedException.class, failure -> assertThat(
                        failure.getResult().items())
                .hasSize(2));
        assertThat(creates()).isEqualTo(2);
    }

    @Test
    void eachEndpointOfARouteHasABatchOfItsOwn() {
        crm.faults().failNext(1, Fault.HTML, "create");
        Exchange exchange = template.request("direct:two", given -> {
            given.getMessage().setBody(List.of(lead("A"), lead("B")));
            given.setProperty("second", List.of(lead("C"), Map.of("email", "d@x.org")));
        });
        assertThat(exchange.getException()).isInstanceOfSatisfying(BatchFailedException.class, failure -> assertThat(
                        failure.getResult().created())
                .isEqualTo(1));
        assertThat(lastnames("A", "B", "C")).containsExactlyInAnyOrder("A", "B", "C");
    }

    @Test
    void theExceptionOfAServerFailureHasItsProperties() {
        crm.faults().failNext(1, Fault.HTTP_500_EMPTY, "create");
        assertThat(call(CREATE, List.of(lead("A"))).getException())
                .isInstanceOfSatisfying(BatchFailedException.class, failure -> assertThat(failure.getHttpStatus())
                        .isEqualTo(500));
    }

    @Test
    void answersBeyondKeepRecordsAreNotKept() {
        List<Map<String, Object>> batch =
                IntStream.range(0, 5).mapToObj(i -> lead("L" + i)).toList();
        for (String operation : List.of("upsert/Leads?matchFields=email&", "create/Leads?")) {
            assertThat(kept("vtiger:" + operation + "keepRecords=2", batch)).isEqualTo(2);
            assertThat(kept("vtiger:" + operation + "keepRecords=-1", batch)).isEqualTo(5);
            assertThat(kept("vtiger:" + operation + "keepRecords=1000", batch)).isEqualTo(5);
        }
    }

    private long kept(String uri, List<?> batch) {
        BatchResult result = call(uri, batch).getMessage().getBody(BatchResult.class);
        assertThat(result.items()).hasSize(5).allMatch(item -> item.id() != null);
        return result.items().stream().filter(item -> item.record() != null).count();
    }

    @Test
    void theResultIsReadableAsTextAndAsJson() {
        List<Object> batch = new ArrayList<>(List.of(lead("A"), Map.of("email", "b@x.org")));
        Exchange exchange = call("vtiger:create/Leads", batch);
        BatchResult result = exchange.getMessage().getBody(BatchResult.class);
        assertThat(result.toString()).startsWith("1 created, 1 failed of 2 records; index 1: ");
        JsonNode json = exchange.getMessage().getBody(JsonNode.class);
        assertThat(json.isArray()).isTrue();
        assertThat(json.get(0).path("outcome").asText()).isEqualTo("created");
        assertThat(json.get(0).path("id").asText()).startsWith("10x");
        assertThat(json.get(0).path("record").path("lastname").asText()).isEqualTo("A");
        assertThat(json.get(1).path("error").path("type").asText()).isEqualTo("InvalidRecordException");
        assertThat(json.get(1).path("error").path("message").asText()).contains("lastname");
        assertThat(exchange.getMessage().getBody(String.class)).isEqualTo(json.toString());
    }

    @Test
    void ambiguousCreatesOfARedeliveryKeepTheirTraces() {
        Map<String, Object> first = lead("A");
        crm.faults().failNext(1, Fault.CUT_AFTER_EFFECT, "create");
        Exchange exchange =
                template.request(CREATE + "&ambiguousWrites=verify&verifyDelay=50", given -> given.getMessage()
                        .setBody(List.of(first, lead("B"))));
        assertThat(exchange.getException()).isNull();
        assertThat(lastnames("A", "B")).containsExactlyInAnyOrder("A", "B");
    }

    /** Of the leads of these names that the CRM has, each as often as it has it. */
    private Stream<String> lastnames(String... wanted) {
        return crm.crm().records("Leads").stream()
                .map(record -> record.get("lastname"))
                .filter(List.of(wanted)::contains);
    }

    private long creates() {
        return crm.calls().stream()
                .filter(call -> "create".equals(call.operation()))
                .count();
    }

    private static Map<String, Object> lead(String lastname) {
        Map<String, Object> lead = new LinkedHashMap<>();
        lead.put("lastname", lastname);
        lead.put("email", lastname.toLowerCase() + "@x.org");
        return lead;
    }
}
