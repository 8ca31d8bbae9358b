package io.github.camelvtiger.simulator.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelvtiger.simulator.junit5.VtigerSimulator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** {@code describe} of Vtiger Cloud, over HTTP: keys as another client's recorded answers have them. */
class CloudDescriptionTest {

    @RegisterExtension
    static VtigerSimulator crm = VtigerSimulator.withSeed("empty").with(server -> server.rest(true));

    private RestCalls rest;

    @BeforeEach
    void connect() {
        rest = RestCalls.as("admin", crm.server());
    }

    @Test
    void aModuleTellsItsToolsAndLists() throws Exception {
        JsonNode tickets = describe("HelpDesk");

        assertThat(RestCalls.names(tickets))
                .containsExactly(
                        "label",
                        "name",
                        "createable",
                        "updateable",
                        "deleteable",
                        "retrieveable",
                        "blocks",
                        "fields",
                        "inactivefields",
                        "idPrefix",
                        "isEntity",
                        "allowDuplicates",
                        "closedStatesInfo",
                        "labelFields",
                        "tools");
        assertThat(tickets.get("tools").toString())
                .isEqualTo("{\"Import\":true,\"Export\":true,\"Merge\":true,\"DuplicatesHandling\":true,"
                        + "\"PrintTemplates\":false,\"Reopen\":true,\"Decrypt\":false}");
        assertThat(describe("Invoice").at("/tools/PrintTemplates").asBoolean()).isTrue();
        assertThat(describe("Contacts").at("/tools/Reopen").asBoolean()).isFalse();
    }

    @Test
    void commentsHaveNoToolsAndAreNeverClosed() throws Exception {
        JsonNode comments = describe("ModComments");

        assertThat(comments.get("tools").toString()).isEqualTo("[]");
        assertThat(comments.get("closedStatesInfo").toString()).isEqualTo("[]");
        assertThat(comments.get("inactivefields").toString()).isEqualTo("[]");
    }

    @Test
    void aFieldTellsItsPlacesAndItsLength() throws Exception {
        JsonNode fields = describe("ModComments").get("fields");

        assertThat(RestCalls.names(fields.get(0)))
                .containsExactly(
                        "name",
                        "dblabel",
                        "label",
                        "mandatory",
                        "quickcreate",
                        "summaryfield",
                        "headerfield",
                        "type",
                        "isunique",
                        "nullable",
                        "editable",
                        "default",
                        "data");
        assertThat(field(fields, "commentcontent").get("quickcreate").asBoolean())
                .isTrue();
        assertThat(field(fields, "related_to").at("/type/length").asText()).isEqualTo("19");
        assertThat(field(fields, "assigned_user_id").at("/type/length").asText())
                .isEqualTo("19");
        assertThat(field(fields, "createdtime").at("/type/length").asText("none"))
                .isEmpty();
        assertThat(RestCalls.names(field(fields, "id"))).doesNotContain("dblabel", "isunique");
        assertThat(field(fields, "id").at("/type/length").asText()).isEqualTo("19");
    }

    @Test
    void aTypeThatIsNoModuleIsAsElsewhere() throws Exception {
        assertThat(RestCalls.names(describe("Groups"))).doesNotContain("tools", "blocks", "closedStatesInfo");
    }

    private JsonNode describe(String module) throws Exception {
        return RestCalls.result(rest.get("describe", "elementType", module));
    }

    private static JsonNode field(JsonNode fields, String name) {
        for (JsonNode field : fields) {
            if (field.get("name").asText().equals(name)) {
                return field;
            }
        }
        throw new AssertionError("no field " + name);
    }
}
