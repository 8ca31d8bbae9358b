package io.github.camelvtiger.simulator.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelvtiger.simulator.SimulatorServer;
import io.github.camelvtiger.simulator.junit5.VtigerSimulator;
import io.github.camelvtiger.simulator.metadata.CustomMetadata;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The operations that only Vtiger Cloud has, over HTTP; what they answer is documented or assumed, never recorded. */
class CloudOperationsTest {

    @RegisterExtension
    static VtigerSimulator crm = VtigerSimulator.withSeed("empty");

    private RestCalls rest;

    @BeforeEach
    void connect() {
        rest = RestCalls.as("admin", crm.server());
    }

    @Test
    void tagsAreAddedOnceAndTakenOff() throws Exception {
        String contact = contact("Curie");

        JsonNode added = RestCalls.result(rest.post("tags_add", "id", contact, "tags", "[\"vip\",\" press \",\"\"]"));
        rest.post("tags_add", "id", contact, "tags[]", "VIP", "tags[]", "0", "tags[]", "chemist");

        assertThat(added.get("status").asText()).isEqualTo("successful");
        assertThat(tags(contact)).containsExactly("vip", "press", "0", "chemist");
        assertThat(RestCalls.result(rest.post("tags_delete", "id", contact, "tags", "[\"Press\",\"none\"]"))
                        .get("status")
                        .asText())
                .isEqualTo("successful");
        assertThat(tags(contact)).containsExactly("vip", "0", "chemist");
        rest.post("tag_delete", "id", contact, "delete_all", "true");
        assertThat(tags(contact)).isEmpty();
    }

    @Test
    void tagsAreThoseOfOneRecord() throws Exception {
        String contact = contact("Curie");
        String other = contact("Hopper");
        rest.post("tags_add", "id", contact, "tags", "[\"vip\"]");

        assertThat(tags(other)).isEmpty();
        crm.crm().delete(contact);
        assertThat(RestCalls.code(rest.get("tags_retrieve", "id", contact))).isEqualTo("ACCESS_DENIED");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "vip", "{}", "[]", "[\" \"]"})
    void tagsThatAreNoListAreRefused(String tags) throws Exception {
        String contact = contact("Curie");

        assertThat(RestCalls.code(rest.post("tags_add", "id", contact, "tags", tags)))
                .isEqualTo("MANDATORY_FIELDS_MISSING");
        assertThat(RestCalls.code(rest.post("tags_delete", "id", contact, "tags", tags, "delete_all", "0")))
                .isEqualTo("MANDATORY_FIELDS_MISSING");
    }

    @Test
    void aLinkIsUndoneFromEitherSide() throws Exception {
        String contact = contact("Curie");
        String product = crm.crm().create("Products", Map.of("productname", "Radium"));
        for (List<String> sides : List.of(List.of(contact, product), List.of(product, contact))) {
            rest.post(
                    "add_related",
                    "sourceRecordId",
                    contact,
                    "relatedRecordId",
                    product,
                    "relationIdLabel",
                    "Products");
            assertThat(related(contact, "Products")).containsExactly(product);

            JsonNode undone = unlink(sides.get(0), sides.get(1));

            assertThat(undone.get("status").asText()).isEqualTo("successful");
            assertThat(related(contact, "Products")).isEmpty();
        }
    }

    @Test
    void aFieldThatRefersIsEmptied() throws Exception {
        String account = crm.crm().create("Accounts", Map.of("accountname", "Radium Institute"));
        String contact = crm.crm().create("Contacts", Map.of("lastname", "Curie", "account_id", account));

        unlink(account, contact);

        assertThat(crm.crm().record(contact).orElseThrow().getOrDefault("account_id", ""))
                .isEmpty();
        assertThat(related(account, "Contacts")).isEmpty();
    }

    @Test
    void aFieldThatMayNotBeEmptyStaysAndTheJournalSaysSo() throws Exception {
        String project = crm.crm().create("Project", Map.of("projectname", "Radium"));
        String task = crm.crm().create("ProjectTask", Map.of("projecttaskname", "Weigh", "projectid", project));

        assertThat(unlink(project, task).get("status").asText()).isEqualTo("successful");

        assertThat(crm.crm().record(task).orElseThrow().get("projectid")).isEqualTo(project);
        assertThat(crm.calls().get(0).why().cause())
                .isEqualTo(
                        project + " and " + task + " are not tied, or by line items or a field that may not be empty");
    }

    @Test
    void toUndoARelationBothRecordsHaveToBeThere() throws Exception {
        String contact = contact("Curie");

        assertThat(RestCalls.code(rest.post("delete_related", "sourceRecordId", contact, "relatedRecordId", "14x999")))
                .isEqualTo("ACCESS_DENIED");
        assertThat(RestCalls.code(rest.post("delete_related", "relatedRecordId", contact)))
                .isEqualTo("ACCESS_DENIED");
    }

    @Test
    void aClosedRecordIsReopenedOnce() throws Exception {
        String ticket = crm.crm()
                .create(
                        "HelpDesk",
                        Map.of("ticket_title", "Glows", "ticketpriorities", "High", "ticketstatus", "Closed"));

        JsonNode reopened = RestCalls.result(rest.post("reopen", "id", ticket));

        assertThat(reopened.get("id").asText()).isEqualTo(ticket);
        assertThat(reopened.get("ticketstatus").asText()).isEqualTo("Open");
        assertThat(RestCalls.code(rest.post("reopen", "id", ticket))).isEqualTo("OPERATION_NOT_SUPPORTED");
        assertThat(crm.calls().get(1).why().cause()).isEqualTo(ticket + " is not closed: its ticketstatus is Open");
        assertThat(RestCalls.code(rest.post("reopen", "id", contact("Curie")))).isEqualTo("OPERATION_NOT_SUPPORTED");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Potentials",
                "HelpDesk",
                "Calendar",
                "Events",
                "Project",
                "ProjectTask",
                "Quotes",
                "SalesOrder",
                "PurchaseOrder",
                "Invoice"
            })
    void describeTellsClosedStatesThatThePicklistHas(String module) throws Exception {
        JsonNode described = RestCalls.result(rest.get("describe", "elementType", module));

        JsonNode states = described.get("closedStatesInfo");
        JsonNode field = null;
        for (JsonNode candidate : described.get("fields")) {
            if (candidate.get("name").equals(states.get("status_field"))) {
                field = candidate;
            }
        }
        assertThat(field).isNotNull();
        assertThat(field.at("/type/picklistValues"))
                .extracting(value -> value.get("value").asText())
                .containsAll(texts(states.get("status_values")))
                .hasSizeGreaterThan(states.get("status_values").size());
    }

    @Test
    void describeOfAModuleWithoutThemIsAsElsewhere() throws Exception {
        assertThat(RestCalls.result(rest.get("describe", "elementType", "Contacts"))
                        .has("closedStatesInfo"))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "phone, +1 (555) 010-99",
        "phone, 155501099",
        "email, CURIE@example.com",
    })
    void lookupFindsByNumberAndAddress(String type, String value) throws Exception {
        String contact = crm.crm()
                .create(
                        "Contacts",
                        Map.of("lastname", "Curie", "mobile", "+1-555-01099", "email", "curie@example.com"));
        crm.crm().create("Contacts", Map.of("lastname", "Hopper", "mobile", "555"));
        String lead = crm.crm()
                .create(
                        "Leads",
                        Map.of("lastname", "Curie", "phone", "1 555 01099", "secondaryemail", "Curie@Example.com"));

        JsonNode found = RestCalls.result(rest.get("lookup", "type", type, "value", value));

        assertThat(names(found)).containsExactlyInAnyOrder("Contacts", "Leads");
        assertThat(ids(found.get("Contacts"))).containsExactly(contact);
        assertThat(ids(found.get("Leads"))).containsExactly(lead);
        assertThat(found.at("/Contacts/0/lastname").asText()).isEqualTo("Curie");
    }

    @Test
    void lookupLooksOnlyWhereItIsTold() throws Exception {
        crm.crm().create("Contacts", Map.of("lastname", "Curie", "mobile", "555", "phone", "556"));
        crm.crm().create("Leads", Map.of("lastname", "Curie", "mobile", "555"));

        assertThat(names(lookup("555", "{\"Contacts\":[\"mobile\",\"bogus\"]}")))
                .containsExactly("Contacts");
        assertThat(lookup("555", "{\"Contacts\":[\"phone\"]}")).isEmpty();
        assertThat(names(lookup("555", "{\"Leads\":[]}"))).containsExactly("Leads");
        assertThat(RestCalls.code(
                        rest.get("lookup", "type", "phone", "value", "555", "searchIn", "{\"Bogus\":[\"phone\"]}")))
                .isEqualTo("ACCESS_DENIED");
    }

    @Test
    void lookupNeedsATypeAndSomethingToFind() throws Exception {
        assertThat(RestCalls.code(rest.get("lookup", "type", "name", "value", "Curie")))
                .isEqualTo("MANDATORY_FIELDS_MISSING");
        assertThat(RestCalls.code(rest.get("lookup", "type", "phone", "value", "none")))
                .isEqualTo("MANDATORY_FIELDS_MISSING");
    }

    @Test
    void theHierarchyIsTheSameFromEveryMember() throws Exception {
        String top = crm.crm().create("Accounts", Map.of("accountname", "Top"));
        String left = crm.crm().create("Accounts", Map.of("accountname", "Left", "account_id", top));
        crm.crm().create("Accounts", Map.of("accountname", "Right", "account_id", top));
        String leaf = crm.crm().create("Accounts", Map.of("accountname", "Leaf", "account_id", left));
        crm.crm().create("Accounts", Map.of("accountname", "Other"));

        for (String member : List.of(top, left, leaf)) {
            assertThat(shape(hierarchy(member))).isEqualTo("Top(Left(Leaf()),Right())");
        }
    }

    @Test
    void aCircleOfAccountsEnds() throws Exception {
        String first = crm.crm().create("Accounts", Map.of("accountname", "First"));
        String second = crm.crm().create("Accounts", Map.of("accountname", "Second", "account_id", first));
        crm.crm().revise(first, Map.of("account_id", second));

        assertThat(shape(hierarchy(first))).isEqualTo("First(Second())");
        assertThat(shape(hierarchy(second))).isEqualTo("Second(First())");
    }

    @Test
    void onlyAccountsHaveAHierarchy() throws Exception {
        assertThat(RestCalls.code(rest.get("get_account_hierarchy", "id", contact("Curie"))))
                .isEqualTo("INVALID_ID_ATTRIBUTE");
    }

    @Test
    void dependenciesOfPicklistsComeFromTheMetadataFile() throws Exception {
        CustomMetadata custom = CustomMetadata.of(
                "test",
                new ObjectMapper()
                        .readTree("{\"modules\":[{\"name\":\"Leads\",\"dependencies\":[{\"source\":\"leadsource\","
                                + "\"target\":\"rating\",\"values\":{\"Cold Call\":[\"Acquired\",\"Active\"]}}]}]}"));
        try (SimulatorServer server =
                SimulatorServer.builder().seed("empty").metadata(custom).start()) {
            RestCalls calls = RestCalls.as("admin", server);

            JsonNode map = RestCalls.result(dependency(calls, "Leads", "leadsource", "rating"));

            assertThat(texts(map.get("Cold Call"))).containsExactly("Acquired", "Active");
            assertThat(texts(map.get("Partner"))).hasSizeGreaterThan(2).contains("Acquired");
            assertThat(RestCalls.result(dependency(calls, "Leads", "rating", "leadsource")))
                    .isEmpty();
        }
    }

    @Test
    void picklistsThatAreNoneAreNamedInTheJournal() throws Exception {
        assertThat(RestCalls.code(dependency(rest, "Leads", "lead_source", "rating")))
                .isEqualTo("ACCESS_DENIED");
        assertThat(RestCalls.code(dependency(rest, "Bogus", "leadsource", "rating")))
                .isEqualTo("ACCESS_DENIED");

        assertThat(crm.calls().get(0).why().nearest()).isEqualTo("leadsource");
    }

    @Test
    void aPageOfSyncHoldsTwoHundredChanges() throws Exception {
        SimulatorServer server = SimulatorServer.builder().seed("contacts=1000").start();
        try (server) {
            JsonNode page = RestCalls.result(RestCalls.as("admin", server)
                    .get("sync", "modifiedTime", "1", "elementType", "Contacts", "syncType", "application"));

            assertThat(page.get("updated").size()).isGreaterThanOrEqualTo(200);
        }
    }

    private static String contact(String name) {
        return crm.crm().create("Contacts", Map.of("lastname", name));
    }

    private List<String> tags(String id) throws Exception {
        return texts(RestCalls.result(rest.get("tags_retrieve", "id", id)));
    }

    private List<String> related(String id, String type) throws Exception {
        return ids(RestCalls.result(rest.get("retrieve_related", "id", id, "relatedType", type, "relatedLabel", type)));
    }

    private JsonNode unlink(String source, String related) throws Exception {
        return RestCalls.result(rest.post("delete_related", "sourceRecordId", source, "relatedRecordId", related));
    }

    private JsonNode lookup(String value, String searchIn) throws Exception {
        return RestCalls.result(rest.get("lookup", "type", "phone", "value", value, "searchIn", searchIn));
    }

    private JsonNode hierarchy(String id) throws Exception {
        return RestCalls.result(rest.get("get_account_hierarchy", "id", id));
    }

    private static HttpResponse<String> dependency(RestCalls calls, String module, String source, String target)
            throws Exception {
        return calls.get("picklist_dependency", "module", module, "sourcefield", source, "targetfield", target);
    }

    private static String shape(JsonNode tree) {
        StringBuilder children = new StringBuilder();
        tree.get("children")
                .forEach(child -> children.append(children.isEmpty() ? "" : ",").append(shape(child)));
        return tree.get("accountname").asText() + "(" + children + ")";
    }

    private static List<String> ids(JsonNode records) {
        return records.findValuesAsText("id");
    }

    private static List<String> names(JsonNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(text -> texts.add(text.asText()));
        return texts;
    }
}
