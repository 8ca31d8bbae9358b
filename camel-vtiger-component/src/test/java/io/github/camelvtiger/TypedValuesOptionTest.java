package io.github.camelvtiger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelvtiger.client.BatchFailedException;
import io.github.camelvtiger.client.BatchResult;
import io.github.camelvtiger.client.RecordId;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The option {@code typedValues} of producers. */
class TypedValuesOptionTest extends OrdersTestSupport {

    private static final Map<String, Object> DEAL = Map.of(
            "potentialname", "Deal",
            "closingdate", LocalDate.of(2030, 2, 28),
            "sales_stage", "Prospecting",
            "amount", new BigDecimal("1234.5"),
            "probability", "20");

    @Override
    protected RoutesBuilder createRouteBuilder() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:export")
                        .to("vtiger:export/Potentials?typedValues=true&columns=potentialname,amount,closingdate")
                        .process(exchange -> {
                            List<Object> records = new ArrayList<>();
                            exchange.getMessage().getBody(Iterator.class).forEachRemaining(records::add);
                            exchange.getMessage().setBody(records);
                        });
                from("direct:exportJson")
                        .to(
                                "vtiger:export/Potentials?typedValues=true&columns=amount&where=RAW(potentialname = 'Json')")
                        .convertBodyTo(String.class);
            }
        };
    }

    @Test
    void theAnswersOfWritesAndReadsAreTyped() {
        Exchange created = call("vtiger:create/Potentials?typedValues=true", DEAL);
        String id = created.getMessage().getHeader(VtigerConstants.RECORD_ID, String.class);
        assertIsDeal(record(created), id);
        assertIsDeal(record(call("vtiger:retrieve?typedValues=true", id)), id);
        assertIsDeal(record(call("vtiger:revise?typedValues=true", Map.of("id", id, "nextstep", "call"))), id);
        assertIsDeal(
                records(call("vtiger:retrieve?typedValues=true", List.of(id))).get(0), id);
        assertIsDeal(
                records(call(
                                "vtiger:query?typedValues=true&query=RAW(select * from Potentials where id = :deal)",
                                null,
                                Map.of("deal", id)))
                        .get(0),
                id);
        assertIsDeal(record(call("vtiger:run?typedValues=true&action=retrieve-record", Map.of("id", id))), id);
    }

    private static void assertIsDeal(Map<String, Object> deal, String id) {
        assertThat(deal)
                .containsEntry("id", RecordId.parse(id))
                .containsEntry("potentialname", "Deal")
                .containsEntry("closingdate", LocalDate.of(2030, 2, 28))
                .containsEntry("sales_stage", "Prospecting")
                .containsEntry("amount", new BigDecimal("1234.5"))
                .containsEntry("related_to", null)
                .containsEntry("starred", false);
        assertThat(deal.get("assigned_user_id")).isInstanceOf(RecordId.class);
        assertThat(deal.get("createdtime")).isInstanceOf(Instant.class);
    }

    @Test
    void aTypedRecordIsWrittenBackAsItIs() {
        String id =
                call("vtiger:create/Potentials", DEAL).getMessage().getHeader(VtigerConstants.RECORD_ID, String.class);
        Map<String, Object> texts = retrieved(id);
        Map<String, Object> typed = record(call("vtiger:retrieve?typedValues=true", id));
        Exchange updated = call("vtiger:update?validate=true&onAltered=fail", typed);
        assertThat(updated.getException()).isNull();
        assertThat(retrieved(id))
                .usingRecursiveComparison()
                .ignoringFields("modifiedtime")
                .isEqualTo(texts);

        typed.put("potentialname", "Deal " + id);
        call("vtiger:update", typed);
        Exchange same = call("vtiger:upsert/Potentials?matchFields=potentialname", typed);
        assertThat(same.getMessage().getHeader(VtigerConstants.OUTCOME)).isEqualTo("unchanged");
    }

    @Test
    void itemsOfOrdersAreTypedAndWrittenBack() {
        String id = created("Invoice", Map.of("invoicedate", "2030-01-31"));
        Map<String, Object> texts = retrieved(id);
        Map<String, Object> typed = record(call("vtiger:retrieve?typedValues=true", id));
        assertThat(typed)
                .containsEntry("invoicedate", LocalDate.of(2030, 1, 31))
                .containsEntry("duedate", null)
                .containsEntry("hdnGrandTotal", new BigDecimal("35"));
        assertThat(items(typed).get(0))
                .containsEntry("productid", RecordId.parse(bolts))
                .containsEntry("quantity", new BigDecimal("2"))
                .containsEntry("comment", "two & a <half>");

        Exchange updated = call("vtiger:update?typedValues=true", typed);
        assertThat(updated.getException()).isNull();
        assertThat(record(updated)).containsEntry("hdnGrandTotal", new BigDecimal("35"));
        assertThat(items(retrieved(id))).hasSize(2);
        assertThat(retrieved(id).get("hdnGrandTotal")).isEqualTo(texts.get("hdnGrandTotal"));
        Map<String, Object> read = records(call(
                        "vtiger:query?typedValues=true&lineItems=true&query=RAW(select subject from Invoice where id = :id)",
                        null,
                        Map.of("id", id)))
                .get(0);
        assertThat(items(read).get(1)).containsEntry("quantity", new BigDecimal("3"));
    }

    @Test
    void batchesAreTypedAlsoThoseThatFail() {
        List<Map<String, Object>> batch = List.of(DEAL, Map.of("potentialname", "no stage"));
        BatchResult result = call("vtiger:create/Potentials?typedValues=true", batch)
                .getMessage()
                .getBody(BatchResult.class);
        assertThat(result.items().get(0).record()).containsEntry("closingdate", LocalDate.of(2030, 2, 28));
        assertThat(result.failed()).hasSize(1);
        assertThat(call("vtiger:create/Potentials?typedValues=true&failOnError=true", batch)
                        .getException())
                .isInstanceOfSatisfying(BatchFailedException.class, failed -> assertThat(
                                failed.getResult().items().get(0).record())
                        .containsEntry("closingdate", LocalDate.of(2030, 2, 28)));
    }

    @Test
    void upsertAnswersAreTyped() {
        Map<String, Object> row = Map.of("lastname", "Upserted", "birthday", "1970-01-31");
        for (String outcome : List.of("created", "unchanged")) {
            Exchange upserted = call("vtiger:upsert/Contacts?matchFields=lastname&typedValues=true", row);
            assertThat(upserted.getMessage().getHeader(VtigerConstants.OUTCOME)).isEqualTo(outcome);
            assertThat(record(upserted)).containsEntry("birthday", LocalDate.of(1970, 1, 31));
        }
    }

    @Test
    void anExportIsTypedWhileItIsRead() {
        call("vtiger:create/Potentials", DEAL);
        assertThat(records(call("direct:export", null))).isNotEmpty().allSatisfy(deal -> {
            assertThat(deal.get("id")).isInstanceOf(RecordId.class);
            assertThat(deal.get("closingdate")).isInstanceOf(LocalDate.class);
            assertThat(deal.get("amount")).isInstanceOf(BigDecimal.class);
        });
        call("vtiger:create/Potentials", with(DEAL, "potentialname", "Json", "amount", "2000"));
        assertThat(call("direct:exportJson", null).getMessage().getBody(String.class))
                .contains("\"amount\":2000");
    }

    @Test
    void whatOnlyCountsIsANumber() {
        assertThat(records(call("vtiger:query?typedValues=true&query=RAW(select count(*) from Products)", null)))
                .singleElement()
                .satisfies(row -> assertThat(row.get("count")).isInstanceOf(BigDecimal.class));
        assertThat(call("vtiger:count?typedValues=true&query=RAW(select count(*) from Products)", null)
                        .getMessage()
                        .getBody())
                .isInstanceOf(Long.class);
    }

    @Test
    void relatedAndLookedUpRecordsAreTyped() {
        String account = crm.crm().create("Accounts", Map.of("accountname", "Typed"));
        call(
                "vtiger:create/Contacts",
                Map.of(
                        "lastname",
                        "Related",
                        "account_id",
                        account,
                        "email",
                        "typed@example.org",
                        "birthday",
                        "1980-12-31"));
        List<Map<String, Object>> found = new ArrayList<>(records(call(
                "vtiger:retrieveRelated/Accounts?typedValues=true",
                account,
                Map.of(VtigerConstants.RELATED_MODULE, "Contacts"))));
        found.addAll(records(
                call("vtiger:queryRelated/Accounts?typedValues=true&query=RAW(select * from Contacts)", account)));
        found.addAll(records(call("vtiger:lookup?typedValues=true", "typed@example.org")));
        assertThat(found).hasSize(3).allSatisfy(contact -> assertThat(contact)
                .containsEntry("account_id", RecordId.parse(account)));
        assertThat(found.get(1)).containsEntry("birthday", LocalDate.of(1980, 12, 31));
    }

    @Test
    void durationsOfActivitiesAreNumbersWhateverDescribeReports() {
        Map<String, Object> event = record(call(
                "vtiger:create/Events?typedValues=true&validate=true",
                ModuleExamples.of("Events").record()));
        assertThat(event)
                .containsEntry("duration_hours", new BigDecimal("1"))
                .containsEntry("duration_minutes", new BigDecimal("30"))
                .containsEntry("time_start", LocalTime.of(10, 0))
                .containsEntry("date_start", LocalDate.of(2030, 1, 31));
        assertThat(call("vtiger:update?validate=true", event).getException()).isNull();
        assertThat(retrieved(event.get("id").toString())).containsEntry("time_start", "10:00:00");
    }

    @Test
    void aRoleIsNotARecord() {
        Map<String, Object> me = record(call("vtiger:me?typedValues=true", null));
        assertThat(me).containsEntry("user_name", "admin").containsEntry("is_admin", true);
        Map<String, Object> user = record(call("vtiger:retrieve?typedValues=true", me.get("id")));
        assertThat(user.get("roleid")).asString().startsWith("H");
        assertThat(user.get("currency_id")).isInstanceOf(RecordId.class);
    }

    @Test
    void aRecordThatIsNotThereStaysNull() {
        assertThat(call("vtiger:retrieve?typedValues=true&notFoundBehaviour=NULL", "13x999999")
                        .getMessage()
                        .getBody())
                .isNull();
        assertThat(records(call("vtiger:retrieve?typedValues=true&notFoundBehaviour=NULL", List.of("13x999999"))))
                .containsOnlyNulls();
    }

    @Test
    void typedRecordsAreJsonAndPojos() {
        Exchange created = call("vtiger:create/Potentials?typedValues=true", with(DEAL, "amount", "0"));
        String id = created.getMessage().getHeader(VtigerConstants.RECORD_ID, String.class);
        String json = created.getMessage().getBody(String.class);
        assertThat(json)
                .contains(
                        "\"id\":\"" + id + "\"",
                        "\"closingdate\":\"2030-02-28\"",
                        "\"amount\":0,",
                        "\"related_to\":null")
                .containsPattern("\"createdtime\":\"\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}Z\"");
        JsonNode tree = created.getMessage().getBody(JsonNode.class);
        assertThat(tree.get("amount").isNumber()).isTrue();
        assertThat(tree.get("assigned_user_id").asText()).startsWith("19x");

        Deal deal = created.getMessage().getBody(Deal.class);
        assertThat(deal.id()).isEqualTo(RecordId.parse(id));
        assertThat(deal.closingdate()).isEqualTo(LocalDate.of(2030, 2, 28));
        assertThat(deal.createdtime()).isInstanceOf(Instant.class);
        assertThat(deal.related_to()).isNull();
        Deal ofTexts = call("vtiger:retrieve", id).getMessage().getBody(Deal.class);
        assertThat(ofTexts)
                .usingRecursiveComparison()
                .withComparatorForType(BigDecimal::compareTo, BigDecimal.class)
                .isEqualTo(deal);

        assertThat(call("vtiger:update", json).getException()).isNull();
    }

    record Deal(RecordId id, BigDecimal amount, LocalDate closingdate, Instant createdtime, RecordId related_to) {}

    @ParameterizedTest
    @ValueSource(strings = {"vtiger:create/Leads", "vtiger:retrieve", "vtiger:query/Leads"})
    void aRawAnswerHasNoTypes(String uri) {
        assertThatThrownBy(() -> call(uri + "?typedValues=true&rawPayload=true", Map.of()))
                .hasStackTraceContaining("rawPayload and typedValues");
    }

    private static Map<String, Object> with(Map<String, Object> record, String... more) {
        Map<String, Object> changed = new LinkedHashMap<>(record);
        for (int i = 0; i < more.length; i += 2) {
            changed.put(more[i], more[i + 1]);
        }
        return changed;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> record(Exchange exchange) {
        assertThat(exchange.getException()).isNull();
        return exchange.getMessage().getBody(Map.class);
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> records(Exchange exchange) {
        assertThat(exchange.getException()).isNull();
        return exchange.getMessage().getBody(List.class);
    }
}
