package io.github.camelvtiger;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelvtiger.client.AccessDeniedException;
import io.github.camelvtiger.client.InvalidRecordException;
import io.github.camelvtiger.client.RecordNotFoundException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An action answers as the operation behind it does. */
class RunTest extends CrmTestSupport {

    @Test
    void writesAnswerWithOutcomeAndId() {
        Message created = run("create-record", Map.of("module", "Contacts", "record", Map.of("lastname", "Run")))
                .getMessage();
        String id = created.getHeader(VtigerConstants.RECORD_ID, String.class);
        assertThat(id).startsWith("12x");
        assertThat(created.getHeader(VtigerConstants.OUTCOME)).isEqualTo("created");
        assertThat(created.getBody(Map.class)).containsEntry("lastname", "Run");

        Message updated = run("update-record", Map.of("id", id, "record", Map.of("firstname", "Ada")))
                .getMessage();
        assertThat(updated.getHeader(VtigerConstants.OUTCOME)).isEqualTo("updated");
        assertThat(updated.getHeader(VtigerConstants.RECORD_ID)).isEqualTo(id);

        Message deleted = run("delete-record", Map.of("id", id)).getMessage();
        assertThat(deleted.getHeader(VtigerConstants.OUTCOME)).isEqualTo("deleted");
        assertThat(deleted.getHeader(VtigerConstants.RECORD_ID)).isEqualTo(id);
        assertThat(deleted.getBody()).isNull();
    }

    @Test
    void optionsOfTheOperationHold() {
        assertThat(run("retrieve-record", Map.of("id", "12x999999")).getException())
                .isInstanceOf(RecordNotFoundException.class);
        Exchange absent = call("vtiger:run?action=retrieve-record&notFoundBehaviour=null", Map.of("id", "12x999999"));
        assertThat(absent.getException()).isNull();
        assertThat(absent.getMessage().getBody()).isNull();

        order();
        Map<String, Object> query = Map.of("query", "select * from Quotes limit 1");
        assertThat(first(run("query-records", query))).doesNotContainKey("LineItems");
        assertThat(first(call("vtiger:run?action=query-records&lineItems=true", query)))
                .containsKey("LineItems");
    }

    @Test
    void inputIsBoundLikeAQuery() {
        contact("Bound");
        Exchange found = call(
                "vtiger:run?action=query-records",
                Map.of("query", "select lastname from Contacts where lastname = :name"),
                Map.of("name", "Bound"));
        assertThat(first(found)).containsEntry("lastname", "Bound");
    }

    @Test
    void headersOfTheCallerAreAsTheyWere() {
        Map<String, Object> headers = Map.of(VtigerConstants.QUERY, "select id from Leads");
        Message created = call(
                        "vtiger:run?action=create-record",
                        Map.of("module", "Contacts", "record", Map.of("lastname", "Run")),
                        headers)
                .getMessage();
        assertThat(created.getHeaders())
                .doesNotContainKey(VtigerConstants.MODULE)
                .containsAllEntriesOf(headers);
        Message queried = call("vtiger:run?action=query-records", Map.of("query", "select id from Users"), headers)
                .getMessage();
        assertThat(queried.getHeaders()).containsAllEntriesOf(headers);
    }

    @Test
    void failedCallLeavesTheMessageAsItWas() {
        Map<String, Object> input = Map.of("id", "12x999999");
        Message refused = run("retrieve-record", input).getMessage();
        assertThat(refused.getBody()).isEqualTo(input);
        assertThat(refused.getHeaders()).doesNotContainKey(VtigerConstants.RECORD_ID);
        Map<String, Object> malformed = Map.of("id", " 12x5");
        assertThat(run("retrieve-record", malformed).getMessage().getBody()).isEqualTo(malformed);
    }

    @Test
    void recordMustBeTheOneThatTheInputNames() {
        String kept = contact("Kept");
        Exchange refused =
                run("update-record", Map.of("id", contact("Other"), "record", Map.of("id", kept, "lastname", "Lost")));
        assertThat(refused.getException())
                .isInstanceOf(InvalidRecordException.class)
                .hasMessageContaining("'record' is " + kept);
    }

    @ParameterizedTest
    @ValueSource(strings = {" 12x5", "012x5", "12x5\n", "12X5"})
    void idMustBeInTheServersForm(String id) {
        for (String action : List.of("retrieve-record", "delete-record")) {
            assertThat(run(action, Map.of("id", id)).getException())
                    .isInstanceOf(InvalidRecordException.class)
                    .hasMessageContaining("is not a record id");
        }
    }

    @Test
    void rawFormAnswersWithOutcomeAndId() {
        Message created = call(
                        "vtiger:create/Contacts?rawPayload=true",
                        "\uFEFF{\"lastname\":\"Raw\",\"assigned_user_id\":\"19x1\"}")
                .getMessage();
        String id = created.getHeader(VtigerConstants.RECORD_ID, String.class);
        assertThat(created.getHeader(VtigerConstants.OUTCOME)).isEqualTo("created");
        assertThat(created.getBody(String.class)).contains("\"id\":\"" + id + "\"");

        Message revised = call(
                        "vtiger:revise/Contacts?rawPayload=true",
                        "{\"firstname\":\"Ada\"}",
                        Map.of(VtigerConstants.RECORD_ID, id))
                .getMessage();
        assertThat(revised.getHeader(VtigerConstants.OUTCOME)).isEqualTo("updated");
        assertThat(revised.getBody(String.class)).contains("\"firstname\":\"Ada\"", "\"lastname\":\"Raw\"");

        Message deleted = call("vtiger:delete/Contacts?rawPayload=true", id).getMessage();
        assertThat(deleted.getHeader(VtigerConstants.OUTCOME)).isEqualTo("deleted");
        assertThat(deleted.getHeader(VtigerConstants.RECORD_ID)).isEqualTo(id);

        assertThat(call("vtiger:retrieve/Contacts?rawPayload=true", id).getException())
                .isInstanceOf(RecordNotFoundException.class);
        Exchange absent = call("vtiger:retrieve/Contacts?rawPayload=true&notFoundBehaviour=null", id);
        assertThat(absent.getException()).isNull();
        assertThat(absent.getMessage().getBody()).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "no json", "[]", "{\"lastname\":\"A\"} behind", "{\"lastname\":\"A\",\"lastname\":\"B\"}"})
    void rawFormThatIsNotOneObjectIsRefused(String json) {
        assertThat(call("vtiger:create/Contacts?rawPayload=true", json).getException())
                .isInstanceOf(InvalidRecordException.class);
    }

    @Test
    void allFaultsOfAnInputAreNamedWithTheirPaths() {
        assertThat(run("create-record", Map.of("record", "Nowak", "modul", "Leads"))
                        .getException())
                .isInstanceOf(InvalidRecordException.class)
                .hasMessageContaining("'module' is missing")
                .hasMessageContaining("'record' must be an object")
                .hasMessageContaining("'modul' is not known; did you mean module?");
        assertThat(run(
                                "create-record",
                                Map.of(
                                        "module",
                                        "Leads",
                                        "record",
                                        Map.of("lastnme", "Nowak", "industry", "Pottery"),
                                        "id",
                                        "10x1"))
                        .getException())
                .isInstanceOf(InvalidRecordException.class)
                .hasMessageContaining("'record.lastname' is missing")
                .hasMessageContaining("'record.lastnme' is not known; did you mean lastname?")
                .hasMessageContaining("'record.industry' is 'Pottery'")
                .hasMessageContaining("'id' is not known");
        assertThat(call("vtiger:run?action=retrieve-record", List.of("12x3")).getException())
                .isInstanceOf(InvalidRecordException.class)
                .hasMessageContaining("not a JSON object");
    }

    @Test
    void unknownModuleIsNamedWithTheNearestAndWithWhatElseIsWrong() {
        assertThat(run("create-record", Map.of("module", "Lead", "record", Map.of()))
                        .getException())
                .isInstanceOf(InvalidRecordException.class)
                .hasMessageContaining("There is no module 'Lead'")
                .hasMessageContaining("Leads");
        assertThat(run("create-record", Map.of("module", "Lead")).getException())
                .isInstanceOf(InvalidRecordException.class)
                .hasMessageContaining("'record' is missing")
                .hasMessageContaining("There is no module 'Lead'");
    }

    @Test
    void recordIsNotCheckedWhereItIsNotWanted() {
        Map<String, Object> input =
                Map.of("module", "Leads", "record", Map.of("lastname", "Run", "industry", "Pottery"));
        assertThat(run("create-record", input).getException()).hasMessageContaining("Pottery");
        assertThat(call("vtiger:run?action=create-record&validate=false", input)
                        .getMessage()
                        .getBody(Map.class))
                .containsEntry("industry", "Pottery");
    }

    @Test
    void ownersMayBeNames() {
        Map<String, Object> input =
                Map.of("module", "Leads", "record", Map.of("lastname", "Run", "assigned_user_id", "admin"));
        assertThat(run("create-record", input).getException()).hasMessageContaining("'record.assigned_user_id'");
        assertThat(call("vtiger:run?action=create-record&resolveNames=true", input)
                        .getException())
                .isNull();
    }

    @Test
    void valuesOfJavaAreTaken() {
        Message created = run(
                        "create-record",
                        Map.of(
                                "module",
                                "Contacts",
                                "record",
                                Map.of("lastname", "Run", "birthday", LocalDate.of(1990, 12, 31), "donotcall", true)))
                .getMessage();
        assertThat(created.getBody(Map.class))
                .containsEntry("birthday", "1990-12-31")
                .containsEntry("donotcall", "1");
    }

    @Test
    void recordThatWasReadIsTakenBack() {
        String id = contact("Read");
        Map<String, Object> record =
                new HashMap<>(call("vtiger:retrieve", id).getMessage().getBody(Map.class));
        record.put("firstname", "Ada");
        Exchange changed = run("update-record", Map.of("id", id, "record", record));
        assertThat(changed.getException()).isNull();
        assertThat(changed.getMessage().getBody(Map.class)).containsEntry("firstname", "Ada");
    }

    @Test
    void headersThatAreLeftOverAreNotPartOfTheInput() {
        Message stored = call(
                        "vtiger:run?action=upload-document",
                        Map.of("name", "a.txt", "content", "QQ=="),
                        Map.of(
                                VtigerConstants.RELATED_ID,
                                "12x999999",
                                VtigerConstants.TITLE,
                                "Another",
                                Exchange.FILE_NAME,
                                "another.pdf"))
                .getMessage();
        assertThat(stored.getBody(Map.class)).containsEntry("notes_title", "a.txt");
        assertThat(stored.getHeader(Exchange.FILE_NAME)).isEqualTo("another.pdf");
    }

    @Test
    void withoutAllowedOperationsOnlyReadingActionsRun() {
        assertThat(call("vtiger:run", Map.of("query", "select id from Leads"), action("count-records"))
                        .getMessage()
                        .getBody())
                .isInstanceOf(Long.class);
        Map<String, Object> upsert = Map.of(
                "module",
                "Contacts",
                "matchFields",
                List.of("email"),
                "record",
                Map.of("lastname", "Nowak", "email", "a@b.example"));
        assertThat(call("vtiger:run", upsert, action("upsert-record")).getException())
                .isInstanceOf(AccessDeniedException.class)
                .hasMessageContaining("add upsert to its option allowedOperations");
        assertThat(call("vtiger:run?allowedOperations=upsert", upsert, action("upsert-record"))
                        .getMessage()
                        .getHeader(VtigerConstants.OUTCOME))
                .isEqualTo("created");
        assertThat(call("vtiger:run", Map.of(), action("list-connections")).getException())
                .isInstanceOf(AccessDeniedException.class);
    }

    private static Map<String, Object> action(String key) {
        return Map.of(VtigerConstants.ACTION, key);
    }

    private void order() {
        String product = crm.crm().create("Products", Map.of("productname", "Bolts", "unit_price", "10"));
        Map<String, Object> quote = new HashMap<>(Map.of(
                "subject", "Bolts",
                "quotestage", "Created",
                "account_id", crm.crm().create("Accounts", Map.of("accountname", "Builders")),
                "bill_street", "b",
                "ship_street", "s",
                "currency_id", "21x1",
                "productid", product,
                "hdnTaxType", "group"));
        quote.put("LineItems", List.of(Map.of("productid", product, "quantity", 2, "listprice", 10)));
        crm.crm().create("Quotes", quote);
    }

    private Exchange run(String action, Map<String, Object> input) {
        return call("vtiger:run?action=" + action, new HashMap<>(input));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> first(Exchange exchange) {
        assertThat(exchange.getException()).isNull();
        return (Map<String, Object>) exchange.getMessage().getBody(List.class).get(0);
    }
}
