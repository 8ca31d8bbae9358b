package io.github.camelvtiger.simulator.record;

import static io.github.camelvtiger.simulator.record.Failures.assertFails;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelvtiger.simulator.operation.ServerCrash;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** JSON as PHP takes it; all seen on the server. */
class PhpJsonValueTest {

    private static final String CONTACT = "{\"lastname\":\"L\",\"assigned_user_id\":\"19x1\"";

    private final FreshCrm crm = new FreshCrm();

    @ParameterizedTest
    @ValueSource(strings = {"} x", "} //c", "}{}", ",\"firstname\":\"\udcff\"}", ",\"\udcff\":\"x\"}", ",}"})
    void whatPhpCannotDecodeIsAnElementWithoutFields(String rest) {
        assertFails(
                "MANDATORY_FIELDS_MISSING",
                "lastname does not have a value",
                () -> crm.createJson("Contacts", CONTACT + rest));
    }

    @Test
    void soIsWhatIsNestedTooDeeply() {
        assertFails(
                "MANDATORY_FIELDS_MISSING",
                "lastname does not have a value",
                () -> crm.createJson("Contacts", CONTACT + ",\"a\":" + "[".repeat(512) + "]".repeat(512) + "}"));
        assertThat(crm.createJson("Contacts", CONTACT + ",\"a\":" + "[".repeat(510) + "]".repeat(510) + "}"))
                .containsEntry("lastname", "L");
    }

    /** NULL in the column, which no test is true for. */
    @ParameterizedTest
    @ValueSource(strings = {"firstname = ' '", "firstname != 'A'", "firstname like '%'", "firstname in (' ', 'A')"})
    void aNullIsNotFound(String condition) {
        crm.createJson("Contacts", "{\"lastname\":\"null\",\"assigned_user_id\":\"19x1\",\"firstname\":null}");
        crm.createJson("Contacts", "{\"lastname\":\"empty\",\"assigned_user_id\":\"19x1\",\"firstname\":\"\"}");

        assertThat(lastNames("where " + condition)).containsExactly("empty");
    }

    @Test
    void aNullIsAnsweredEmptyAndSortedFirst() {
        Map<String, Object> created =
                crm.createJson("Contacts", "{\"lastname\":\"null\",\"assigned_user_id\":\"19x1\",\"firstname\":null}");
        crm.createJson("Contacts", "{\"lastname\":\"empty\",\"assigned_user_id\":\"19x1\",\"firstname\":\"\"}");

        assertThat(created).containsEntry("firstname", "").containsEntry("label", "null");
        assertThat(lastNames("order by firstname desc")).containsExactly("empty", "null");
    }

    @Test
    void anObjectAsATextOfANewRecordIsNull() {
        crm.createJson("Contacts", "{\"lastname\":\"L\",\"assigned_user_id\":\"19x1\",\"firstname\":{\"k\":\"v\"}}");
        crm.createJson("Contacts", "{\"lastname\":\"E\",\"assigned_user_id\":\"19x1\",\"firstname\":{}}");

        assertThat(lastNames("where firstname != 'A'")).containsExactly("E");
    }

    @Test
    void anObjectAsTheNameOfARecordLeavesItsTableWithoutARow() {
        Map<String, Object> created = crm.createJson(
                "Contacts",
                "{\"lastname\":{\"k\":\"v\"},\"assigned_user_id\":\"19x1\",\"portal\":\"1\",\"mailingcity\":\"Bonn\"}");

        assertThat(created)
                .containsEntry("contact_no", "")
                .containsEntry("donotcall", "")
                .containsEntry("portal", "")
                .containsEntry("mailingcity", "");
    }

    @Test
    void anEmptyArrayAsAnOwnerIsTheAdministratorWhoSendsIt() {
        Map<String, Object> created = crm.createJson("Contacts", "{\"lastname\":\"L\",\"assigned_user_id\":[]}");

        assertThat(created).containsEntry("assigned_user_id", "19x1");
        assertThatThrownBy(() -> crm.createJson("Contacts", "{\"lastname\":\"L\",\"assigned_user_id\":[\"19x1\"]}"))
                .isInstanceOf(ServerCrash.class);
    }

    @ParameterizedTest
    @CsvSource({"1e30, 1.0E+30", "1e15, 1.0E+15", "12345678901234567890, 1.2345678901235E+19", "12, 12"})
    void aNumberInATextColumnOfANumberFieldIsAsPhpWritesIt(String sent, String stored) {
        assertThat(crm.createJson(
                        "Project",
                        "{\"projectname\":\"P\",\"assigned_user_id\":\"19x1\",\"targetbudget\":" + sent + "}"))
                .containsEntry("targetbudget", stored);
    }

    @Test
    void aNullStaysUntilAnotherTextIsWritten() {
        String id = crm.createJson("Contacts", "{\"lastname\":\"L\",\"assigned_user_id\":\"19x1\",\"firstname\":null}")
                .get("id")
                .toString();

        crm.revise(id, Map.of("firstname", ""));
        assertThat(lastNames("where firstname = ' '")).isEmpty();
        crm.revise(id, Map.of("firstname", "x"));
        crm.revise(id, Map.of("firstname", ""));
        assertThat(lastNames("where firstname = ' '")).containsExactly("L");
        crm.call(
                "update",
                Map.of(
                        "element",
                        "{\"id\":\"" + id + "\",\"lastname\":\"L\",\"assigned_user_id\":\"19x1\",\"firstname\":null}"));
        assertThat(lastNames("where firstname = ' '")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Contacts | birthday         | ''",
                "Leads    | annualrevenue    | 0.00000000",
                "Products | qtyinstock       | 0.000",
                "Products | commissionrate   | 0.000",
            })
    void anEmptyArrayOrObjectIsNothing(String module, String field, String stored) {
        for (String empty : List.of("[]", "{}")) {
            assertThat(created(module, field, empty)).isEqualTo(stored);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"Contacts | birthday | ['x']", "Leads | annualrevenue | {'a':1}", "Products | unit_price | []"})
    void anArrayInADateOrAmountIsACrash(String module, String field, String sent) {
        assertThatThrownBy(() -> created(module, field, sent.replace('\'', '"')))
                .isInstanceOf(ServerCrash.class);
    }

    @Test
    void aPercentageIsTheFirstElement() {
        assertThat(created("Products", "commissionrate", "[\"5\"]")).isEqualTo("5.000");
    }

    @Test
    void trueInAPicklistIsNotWritten() {
        assertThat(created("Contacts", "leadsource", "true")).isEqualTo("");
        assertThat(created("Contacts", "title", "true")).isEqualTo("1");
    }

    @ParameterizedTest
    @CsvSource({
        "false, L",
        "1e30, 1.0E+30 L",
        "12345678901234567890, 1.2345678901235E+19 L",
        "1e-7, 1.0E-7 L",
        "1.5, 1.5 L",
        "[[1]], Array L",
    })
    void labelsAreMadeOfWhatPhpWritesIntoTexts(String sent, String label) {
        assertThat(crm.createJson("Contacts", CONTACT + ",\"firstname\":" + sent + "}"))
                .containsEntry("label", label);
    }

    /** It decodes every value, and so makes texts of them. */
    @ParameterizedTest
    @CsvSource({"title, false, ''", "title, true, 1", "leadsource, true, 1", "title, 1e30, 1.0E+30"})
    void aReviseMakesTextsOfAllValues(String field, String sent, String stored) {
        String id = crm.created("Contacts", Map.of("lastname", "L", "title", "x", "leadsource", "x"));

        crm.call("revise", Map.of("element", "{\"id\":\"" + id + "\",\"" + field + "\":" + sent + "}"));
        assertThat(crm.retrieve(id)).containsEntry(field, stored);
    }

    @Test
    void anEmptyListIsAPriceOnlyOfARecordThatIsThere() {
        String id = crm.created("Products", Map.of("productname", "P", "unit_price", "7"));

        assertThat(crm.revise(id, Map.of("unit_price", List.of()))).containsEntry("unit_price", "0.00000000");
        assertThatThrownBy(() -> crm.create("Products", Map.of("productname", "P", "unit_price", List.of())))
                .isInstanceOf(ServerCrash.class);
    }

    @Test
    void anEmptyListIsAValueForAMandatoryField() {
        String id = crm.created("Services", Map.of("servicename", "S"));

        assertThat(crm.revise(id, Map.of("servicename", List.of()))).containsEntry("servicename", "");
    }

    @Test
    void trueInAPicklistKeepsWhatIsStored() {
        String id = crm.created("Project", Map.of("projectname", "P", "projectpriority", "low"));

        assertThat(crm.update(id, Map.of("projectname", "P", "projectpriority", true, "assigned_user_id", "19x1")))
                .containsEntry("projectpriority", "low");
    }

    @Test
    void aNullReferenceIsNotFoundByAnyTest() {
        crm.createJson(
                "Potentials",
                "{\"potentialname\":\"P\",\"closingdate\":\"2027-01-01\",\"sales_stage\":\"Prospecting\","
                        + "\"assigned_user_id\":\"19x1\",\"contact_id\":null}");

        assertThat(crm.rows("query", Map.of("query", "select id from Potentials where contact_id < '12x1';")))
                .isEmpty();
    }

    @Test
    void everyTicketComesFromTheCrm() {
        assertThat(crm.create(
                        "HelpDesk",
                        Map.of(
                                "ticket_title",
                                "T",
                                "ticketstatus",
                                "Open",
                                "ticketpriorities",
                                "High",
                                "from_portal",
                                "1")))
                .containsEntry("from_portal", "0");
    }

    private Object created(String module, String field, String sent) {
        String name = module.equals("Products") ? "productname" : "lastname";
        String element =
                "{\"" + name + "\":\"L\",\"company\":\"C\",\"discontinued\":\"1\",\"assigned_user_id\":\"19x1\",\""
                        + field + "\":" + sent + "}";
        return crm.createJson(module, element).get(field);
    }

    private Stream<Object> lastNames(String rest) {
        return crm.rows("query", Map.of("query", "select lastname from Contacts " + rest + ";")).stream()
                .map(row -> row.get("lastname"));
    }
}
