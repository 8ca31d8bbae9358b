package io.github.camelvtiger.simulator.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelvtiger.simulator.junit5.VtigerSimulator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** {@code delete_related} of Vtiger Cloud, over HTTP; what it answers is documented or assumed, never recorded. */
class UndoneRelationTest {

    @RegisterExtension
    static VtigerSimulator crm = VtigerSimulator.withSeed("empty").with(server -> server.rest(true));

    private RestCalls rest;

    @BeforeEach
    void connect() {
        rest = RestCalls.as("admin", crm.server());
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

    private List<String> related(String id, String type) throws Exception {
        return RestCalls.ids(
                RestCalls.result(rest.get("retrieve_related", "id", id, "relatedType", type, "relatedLabel", type)));
    }

    private JsonNode unlink(String source, String related) throws Exception {
        return RestCalls.result(rest.post("delete_related", "sourceRecordId", source, "relatedRecordId", related));
    }

    private static String contact(String name) {
        return crm.crm().create("Contacts", Map.of("lastname", name));
    }
}
