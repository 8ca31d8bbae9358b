package io.github.camelvtiger;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelvtiger.client.BatchItem;
import io.github.camelvtiger.client.BatchResult;
import io.github.camelvtiger.client.InvalidRecordException;
import io.github.camelvtiger.client.QuerySyntaxException;
import io.github.camelvtiger.client.RecordNotFoundException;
import io.github.camelvtiger.client.ServerFailureException;
import io.github.camelvtiger.crm.Capability;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Relations: the same assertions hold for any server. */
@LiveSuite
class RelationsContractTest {

    private static final int MANY = 230;

    private final LiveCrm crm;
    private String account;

    RelationsContractTest(LiveCrm crm) {
        this.crm = crm;
    }

    @BeforeEach
    void makeAnAccount() {
        account = crm.create("Accounts", Map.of("accountname", "MARK"));
    }

    @Test
    void relatedTypesAreLabelToModule() {
        Map<?, ?> types = crm.body("vtiger:relatedTypes/Accounts", null, Map.of(), Map.class);
        assertThat(types.get("Sales Order")).isEqualTo("SalesOrder");
        assertThat(types.get("Activities")).isEqualTo("Calendar");
        assertThat(types.get("Contacts")).isEqualTo("Contacts");
        assertThat(crm.body("vtiger:relatedTypes/PriceBooks", null, Map.of(), String.class))
                .startsWith("{\"");
    }

    @Test
    void relatedTypesOfNoModuleOrOfATypeWithoutRecordsAreRefused() {
        assertThat(crm.failure("vtiger:relatedTypes/Acounts", null, Map.of()))
                .isInstanceOf(InvalidRecordException.class)
                .hasMessageContaining("did you mean Accounts");
        assertThat(crm.failure("vtiger:relatedTypes/Groups", null, Map.of()))
                .isInstanceOf(InvalidRecordException.class)
                .hasMessageContaining("Groups has no relations");
        assertThat(crm.failure("vtiger:relatedTypes", null, Map.of())).hasMessageContaining("needs a module");
    }

    @ParameterizedTest
    @CsvSource({
        "CamelVtigerRelationLabel, Contacts",
        "CamelVtigerRelationLabel, contacts",
        "CamelVtigerRelatedModule, Contacts",
        "CamelVtigerRelatedModule, contacts"
    })
    void theRelationIsNamedByLabelOrModule(String header, String value) {
        String contact = contactOf(account, "One");
        List<Map<String, Object>> rows = rows("vtiger:retrieveRelated/Accounts", account, Map.of(header, value));
        assertThat(rows).hasSize(1);
        assertThat(rows.get(0).get("id")).isEqualTo(contact);
        assertThat(rows.get(0).get("lastname")).isEqualTo("One");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Sales Order", "SalesOrder", "salesorder", "sales order"})
    void aLabelMayBeWrittenInSeveralWays(String label) {
        assertThat(rows("vtiger:retrieveRelated", Map.of("id", account), Map.of("CamelVtigerRelationLabel", label)))
                .isEmpty();
    }

    @Test
    void aWrongLabelListsTheRightOnes() {
        assertThat(crm.failure("vtiger:retrieveRelated", account, Map.of("CamelVtigerRelationLabel", "Kontakte")))
                .isInstanceOf(InvalidRecordException.class)
                .hasMessageContaining("'Kontakte'")
                .hasMessageContaining("Contacts, Potentials")
                .hasMessageContaining("Sales Order (SalesOrder)");
        assertThat(crm.failure("vtiger:retrieveRelated", account, Map.of("CamelVtigerRelatedModule", "Events")))
                .hasMessageContaining("the module 'Events'");
        assertThat(crm.failure("vtiger:retrieveRelated", account, Map.of()))
                .hasMessageContaining("It is not said which relation of Accounts is meant");
    }

    @Test
    void severalRelationsToOneModuleNeedALabel() {
        assertThat(crm.failure("vtiger:retrieveRelated", account, Map.of("CamelVtigerRelatedModule", "Calendar")))
                .isInstanceOf(InvalidRecordException.class)
                .hasMessageContaining("Activities (Calendar), Activity History (Calendar)");
        assertThat(rows(
                        "vtiger:retrieveRelated",
                        account,
                        Map.of("CamelVtigerRelatedModule", "Calendar", "CamelVtigerRelationLabel", "activities")))
                .isEmpty();
    }

    @Test
    void theRecordMustBeThereAndOfTheModule() {
        assertThat(crm.failure("vtiger:retrieveRelated", "11x99999999", Map.of("CamelVtigerRelatedModule", "Contacts")))
                .isInstanceOf(RecordNotFoundException.class);
        assertThat(rows(
                        "vtiger:retrieveRelated?notFoundBehaviour=NULL",
                        "11x99999999",
                        Map.of("CamelVtigerRelatedModule", "Contacts")))
                .isNull();
        assertThat(crm.failure(
                        "vtiger:retrieveRelated/Contacts", account, Map.of("CamelVtigerRelatedModule", "Contacts")))
                .isInstanceOf(InvalidRecordException.class)
                .hasMessageContaining("is one of Accounts");
        assertThat(crm.failure("vtiger:retrieveRelated", null, Map.of("CamelVtigerRelatedModule", "Contacts")))
                .hasMessageContaining("needs an id");
        assertThat(crm.failure("vtiger:queryRelated", "SELECT id FROM Contacts", Map.of()))
                .hasMessageContaining("must be in the header CamelVtigerRecordId");
    }

    @Test
    void allPagesAreRead() {
        List<String> contacts = contactsOf(account, MANY);
        List<Map<String, Object>> all =
                rows("vtiger:retrieveRelated", account, Map.of("CamelVtigerRelatedModule", "Contacts"));
        assertThat(all).extracting(row -> row.get("id")).containsExactlyElementsOf(contacts);

        List<String> names = IntStream.range(0, MANY).mapToObj(i -> name(i)).toList();
        assertThat(rows(
                        "vtiger:queryRelated?query=RAW(SELECT lastname FROM Contacts ORDER BY lastname)",
                        account,
                        Map.of()))
                .extracting(row -> row.get("lastname"))
                .containsExactlyElementsOf(names);
        List<String> backwards = new ArrayList<>(names);
        Collections.reverse(backwards);
        assertThat(rows(
                        "vtiger:queryRelated?query=RAW(SELECT lastname FROM Contacts ORDER BY lastname DESC LIMIT 20, 150)",
                        account,
                        Map.of()))
                .extracting(row -> row.get("lastname"))
                .containsExactlyElementsOf(backwards.subList(20, 170));
        assertThat(rows("vtiger:queryRelated?query=RAW(SELECT id FROM Contacts LIMIT 120, 30)", account, Map.of()))
                .extracting(row -> row.get("id"))
                .containsExactlyElementsOf(contacts.subList(120, 150));
        assertThat(rows("vtiger:queryRelated?query=RAW(SELECT count(*) FROM Contacts)", account, Map.of()))
                .containsExactly(Map.of("count", String.valueOf(MANY)));
    }

    @Test
    void conditionsAreBoundAndOrDoesNotLetOthersIn() {
        List<String> contacts = contactsOf(account, 3);
        contact("Elsewhere");
        Map<String, Object> headers = new HashMap<>(Map.of("CamelVtigerRecordId", account, "name", name(1)));
        assertThat(rows("vtiger:queryRelated", "select id from Contacts where lastname = :name", headers))
                .extracting(row -> row.get("id"))
                .containsExactly(contacts.get(1));
        headers.put("name", "Elsewhere");
        String or = "select id from Contacts where lastname = '" + name(2) + "' or lastname = :name or lastname = '"
                + name(0) + "'";
        assertThat(rows("vtiger:queryRelated", or, headers))
                .extracting(row -> row.get("id"))
                .containsExactly(contacts.get(0), contacts.get(2));
        assertThat(rows("vtiger:queryRelated", or + " order by lastname desc limit 1", headers))
                .extracting(row -> row.get("id"))
                .containsExactly(contacts.get(2));
        assertThat(rows("vtiger:queryRelated", or + " order by id desc", headers))
                .extracting(row -> row.get("id"))
                .containsExactly(contacts.get(2), contacts.get(0));
        assertThat(rows("vtiger:queryRelated", or.replace("select id", "select count(*)"), headers))
                .containsExactly(Map.of("count", "2"));
    }

    @Test
    void columnsAndWhereMakeAQuery() {
        List<String> contacts = contactsOf(account, 3);
        assertThat(rows(
                        "vtiger:queryRelated/Accounts?columns=lastname&where=RAW(lastname = :who)",
                        account,
                        Map.of("CamelVtigerRelatedModule", "Contacts", "who", name(2))))
                .containsExactly(Map.of("lastname", name(2), "id", contacts.get(2)));
    }

    @Test
    void aTextThatHoldsTheWordWhere() {
        contactOf(account, "WHERE is it");
        assertThat(rows(
                        "vtiger:queryRelated?query=RAW(SELECT lastname FROM Contacts WHERE lastname = 'WHERE is it')",
                        account,
                        Map.of()))
                .hasSize(1);
    }

    @Test
    void faultsOfAQueryAreNamed() {
        assertThat(crm.failure(
                        "vtiger:queryRelated", "SELECT nofield FROM Contacts", Map.of("CamelVtigerRecordId", account)))
                .isInstanceOf(QuerySyntaxException.class)
                .hasMessageContaining("nofield");
        contactOf(account, "Someone");
        assertThat(crm.failure(
                        "vtiger:queryRelated",
                        "SELECT id FROM Contacts ORDER BY nofield",
                        Map.of("CamelVtigerRecordId", account)))
                .hasMessageContaining("nofield");
        assertThat(crm.failure(
                        "vtiger:queryRelated",
                        "SELECT id FROM Contacts WHERE lastname IS NULL",
                        Map.of("CamelVtigerRecordId", account)))
                .hasMessageContaining("IS NULL");
    }

    @Test
    void addRelatedIsVerified() {
        String campaign = make("Campaigns", Map.of("campaignname", "Relations", "closingdate", "2030-01-01"));
        String contact = contact("Added");
        for (int twice = 0; twice < 2; twice++) {
            Exchange added = crm.call("vtiger:addRelated/Campaigns", contact, Map.of("CamelVtigerRecordId", campaign));
            assertThat(added.getException()).isNull();
            assertThat(added.getMessage().getBody()).isNull();
            assertThat(added.getMessage().getHeader("CamelVtigerRelatedId")).isEqualTo(contact);
        }
        assertThat(rows("vtiger:retrieveRelated", campaign, Map.of("CamelVtigerRelatedModule", "Contacts")))
                .extracting(row -> row.get("id"))
                .containsExactly(contact);
        String other = contact("Added, too");
        assertThat(crm.call(
                                "vtiger:addRelated",
                                Map.of("id", campaign),
                                Map.of("CamelVtigerRelatedId", other, "CamelVtigerRelationLabel", "contacts"))
                        .getException())
                .isNull();
        assertThat(rows("vtiger:retrieveRelated", campaign, Map.of("CamelVtigerRelatedModule", "Contacts")))
                .hasSize(2);
    }

    @Test
    void aRelationThatIsAFieldIsNotAddedAndTheFieldIsNamed() {
        String contact = contact("Alone");
        assertThat(crm.failure("vtiger:addRelated", contact, Map.of("CamelVtigerRecordId", account)))
                .isInstanceOf(InvalidRecordException.class)
                .hasMessageContaining("The server reported success, but " + contact)
                .hasMessageContaining("field account_id; set that to " + account);
    }

    @Test
    void addRelatedRefusesWhatIsNotThereAndWhatDoesNotFit() {
        assertThat(crm.failure("vtiger:addRelated", "12x99999999", Map.of("CamelVtigerRecordId", account)))
                .isInstanceOf(RecordNotFoundException.class)
                .hasMessageContaining("12x99999999");
        assertThat(crm.failure("vtiger:addRelated", contact("Any"), Map.of("CamelVtigerRecordId", "11x99999999")))
                .isInstanceOf(RecordNotFoundException.class)
                .hasMessageContaining("11x99999999");
        assertThat(crm.failure(
                        "vtiger:addRelated",
                        contact("Any"),
                        Map.of("CamelVtigerRecordId", account, "CamelVtigerRelationLabel", "HelpDesk")))
                .isInstanceOf(InvalidRecordException.class)
                .hasMessageContaining(
                        "Accounts has no relation that fits the label 'HelpDesk' and the module 'Contacts'");
        assertThat(crm.failure("vtiger:addRelated", null, Map.of()))
                .hasMessageContaining("needs the ids of two records");
        assertThat(crm.failure("vtiger:addRelated", null, Map.of("CamelVtigerRecordId", account)))
                .hasMessageContaining("CamelVtigerRelatedId");
    }

    @Test
    void deleteRelatedUndoesTheRelation() {
        crm.requireCapability(Capability.DELETE_RELATED);
        String contact = contactOf(account, "Bound");
        assertThat(crm.call("vtiger:deleteRelated", contact, Map.of("CamelVtigerRecordId", account))
                        .getException())
                .isNull();
        assertThat(crm.body("vtiger:retrieve", contact, Map.of(), Map.class).get("account_id"))
                .isEqualTo("");
    }

    @Test
    void deleteRelatedSaysWhatToDoInstead() {
        crm.requireLackOf(Capability.DELETE_RELATED);
        String contact = contactOf(account, "Bound");
        assertThat(crm.failure("vtiger:deleteRelated", contact, Map.of("CamelVtigerRecordId", account)))
                .isInstanceOf(ServerFailureException.class)
                .hasMessageContaining("not registered")
                .hasMessageContaining("empty the field account_id of " + contact + " with revise");
        String campaign = make("Campaigns", Map.of("campaignname", "Relations", "closingdate", "2030-01-01"));
        assertThat(crm.failure("vtiger:deleteRelated", contact, Map.of("CamelVtigerRecordId", campaign)))
                .hasMessageContaining("remove the relation in the CRM's own pages");
    }

    @ParameterizedTest
    @CsvSource({
        "vtiger:queryRelated/Accounts?query=RAW(SELECT * FROM Contacts), Contacts, account_id, Accounts",
        "vtiger:queryRelated/Contacts?query=RAW(SELECT * FROM HelpDesk), HelpDesk, contact_id, Contacts"
    })
    void theExamplesOfTheDocumentation(String uri, String module, String field, String source) throws Exception {
        assertThat(Files.readString(Path.of("../docs/component.md"))).contains("    " + uri + "\n");
        String from = source.equals("Accounts") ? account : contact("With a ticket");
        Map<String, Object> record = new HashMap<>(Map.of(field, from));
        record.putAll(
                module.equals("Contacts")
                        ? Map.of("lastname", "Of the account")
                        : Map.of("ticket_title", "Of the contact", "ticketstatus", "Open", "ticketpriorities", "Low"));
        String id = make(module, record);
        assertThat(rows(uri, from, Map.of())).extracting(row -> row.get("id")).containsExactly(id);
    }

    @SuppressWarnings("unchecked")
    private List<Map<String, Object>> rows(String uri, Object body, Map<String, Object> headers) {
        return crm.body(uri, body, headers, List.class);
    }

    private String make(String module, Map<String, Object> record) {
        return (String) crm.created(module, record).get("id");
    }

    private String contact(String lastname) {
        return make("Contacts", Map.of("lastname", lastname));
    }

    private String contactOf(String account, String lastname) {
        return make("Contacts", Map.of("lastname", lastname, "account_id", account));
    }

    private List<String> contactsOf(String account, int number) {
        List<Map<String, String>> records = IntStream.range(0, number)
                .mapToObj(i -> Map.of("lastname", name(i), "account_id", account))
                .toList();
        BatchResult made = crm.body("vtiger:create/Contacts", records, Map.of(), BatchResult.class);
        made.forEach(item -> crm.delete(item.id()));
        return made.items().stream().map(BatchItem::id).toList();
    }

    private static String name(int number) {
        return "Contact %03d".formatted(number);
    }
}
