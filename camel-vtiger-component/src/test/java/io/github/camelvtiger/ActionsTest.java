package io.github.camelvtiger;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaId;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion.VersionFlag;
import io.github.camelvtiger.client.ServerFailureException;
import io.github.camelvtiger.operation.ActionTable;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code actions} lists is what {@code run} can do and the user may. */
class ActionsTest extends CrmTestSupport {

    private static final Pattern EXAMPLE_ID = Pattern.compile("(\\d+)x3[45]");
    private static final JsonSchemaFactory VALIDATORS = JsonSchemaFactory.getInstance(VersionFlag.V202012);

    private final ObjectMapper json = new ObjectMapper();

    static List<String> keys() {
        return ActionTable.examples().keySet().stream().toList();
    }

    @ParameterizedTest
    @MethodSource("keys")
    void documentedExampleRuns(String key) throws IOException {
        String example = EXAMPLE_ID.matcher(ActionTable.examples().get(key)).replaceAll(this::idOfThisCrm);
        Exchange ran = call("vtiger:run?action=" + key, example);
        if (listed("vtiger:actions").contains(key)) {
            assertThat(ran.getException()).isNull();
            JsonSchema schema = VALIDATORS.getSchema(json.valueToTree(ActionTable.schema(key)));
            assertThat(schema.validate(json.readTree(example))).isEmpty();
        } else {
            assertThat(ran.getException())
                    .isInstanceOf(ServerFailureException.class)
                    .hasMessageContaining("This CRM cannot serve");
        }
    }

    private String idOfThisCrm(MatchResult id) {
        return switch (id.group(1)) {
            case "1" -> created("Campaigns", Map.of("campaignname", "Fair", "closingdate", "2030-01-31"));
            case "10" -> created("Leads", Map.of("lastname", "Nowak", "company", "Acme"));
            case "11" -> created("Accounts", Map.of("accountname", "Acme " + id.start() + System.nanoTime()));
            case "15" ->
                call("vtiger:upload", "One hundred bolts", Map.of(Exchange.FILE_NAME, "offer.txt"))
                        .getMessage()
                        .getHeader(VtigerConstants.RECORD_ID, String.class);
            case "17" ->
                created(
                        "HelpDesk",
                        Map.of("ticket_title", "Broken", "ticketstatus", "Open", "ticketpriorities", "Normal"));
            default -> contact("Nowak");
        };
    }

    private String created(String module, Map<String, Object> record) {
        Exchange created = call("vtiger:create/" + module, record);
        assertThat(created.getException()).isNull();
        return created.getMessage().getHeader(VtigerConstants.RECORD_ID, String.class);
    }

    @Test
    void onlyWhatTheServerCannotDoIsLeftOut() {
        List<String> unlisted = keys().stream()
                .filter(key -> !listed("vtiger:actions").contains(key))
                .toList();
        if (protocol == VtigerProtocol.REST) {
            assertThat(unlisted).isEmpty();
        } else {
            assertThat(unlisted)
                    .containsExactlyInAnyOrder("unrelate-records", "convert-lead", "download-file", "list-changes");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "make a new lead",
                "change an invoice",
                "add or update a contact",
                "tickets of a contact",
                "sync orders",
                "describe the product",
                "convert a lead",
                "upload an image of a contact",
                "all"
            })
    void everySchemaIsOne(String intent) {
        JsonSchema dialect = VALIDATORS.getSchema(SchemaLocation.of(SchemaId.V202012));
        assertThat(actions("vtiger:actions", intent)).isNotEmpty().allSatisfy(entry -> {
            assertThat(entry.keySet())
                    .containsExactly("key", "name", "description", "module", "operation", "inputSchema");
            JsonNode schema = json.valueToTree(entry.get("inputSchema"));
            assertThat(schema.get("$schema").textValue()).isEqualTo(SchemaId.V202012);
            assertThat(dialect.validate(schema)).as(schema.toString()).isEmpty();
        });
    }

    @Test
    void ordinaryUserIsOfferedWhatTheUserMayDo() {
        String sales = "vtiger:actions?username=sales1&accessKey=RAW(" + crm.accessKey("sales1") + ")";
        assertThat(actions(sales, "close ticket"))
                .extracting(entry -> entry.get("key"))
                .isNotEmpty()
                .doesNotContain("update-record");
        assertThat(actions(sales, "delete the ticket"))
                .extracting(entry -> entry.get("key"))
                .doesNotContain("delete-record");
        assertThat(actions(sales, "find a ticket").get(0)).containsEntry("key", "query-records");
        assertThat(actions(sales, "change a contact").get(0))
                .containsEntry("key", "update-record")
                .containsEntry("module", "Contacts");
        assertThat(actions("vtiger:actions", "close ticket").get(0)).containsEntry("key", "update-record");
    }

    @Test
    void whatTheApiDoesNotCreateIsNotOffered() {
        for (String module : List.of("user", "document folder")) {
            assertThat(actions("vtiger:actions", "create a " + module))
                    .extracting(entry -> entry.get("key"))
                    .doesNotContain("create-record", "upsert-record");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "brew coffee",
                "   ",
                "?!",
                "\u0000\u0001",
                "\u521b\u5efa\u4e00\u4e2a\u65b0\u5ba2\u6237",
                "\u0441\u043e\u0437\u0434\u0430\u0442\u044c \u043b\u0438\u0434",
                "\ud83d\ude80\ud83d\ude80",
                "((((*+?[\\",
                "\ud83d"
            })
    void whatFitsNothingBeginsWithWhatOnlyReads(String intent) {
        List<Map<String, Object>> all = actions("vtiger:actions", intent);
        assertThat(all).hasSizeGreaterThan(15);
        List<Boolean> writes = all.stream()
                .map(entry -> VtigerOperation.find(String.valueOf(entry.get("operation")))
                        .orElseThrow()
                        .writes())
                .toList();
        assertThat(writes).isSorted();
    }

    @Test
    void caseAndPunctuationMakeNoDifference() {
        for (String spelled :
                List.of("MAKE A NEW LEAD!", "make a new lead", "Make -- a new: lead?", "  make\ta\nnew lead ")) {
            assertThat(actions("vtiger:actions", spelled).get(0))
                    .containsEntry("key", "create-record")
                    .containsEntry("module", "Leads");
        }
    }

    @Test
    void longTextIsReadAtItsBeginning() {
        assertThat(actions("vtiger:actions", "delete a lead, " + "create a contact ".repeat(50_000))
                        .get(0))
                .containsEntry("key", "delete-record")
                .containsEntry("module", "Leads");
    }

    private List<String> listed(String uri) {
        return actions(uri, "").stream()
                .map(entry -> String.valueOf(entry.get("key")))
                .toList();
    }

    @SuppressWarnings("unchecked")
    private List<Map<String, Object>> actions(String uri, String intent) {
        Exchange listed = call(uri, null, Map.of(VtigerConstants.INTENT, intent));
        assertThat(listed.getException()).isNull();
        return listed.getMessage().getBody(List.class);
    }
}
