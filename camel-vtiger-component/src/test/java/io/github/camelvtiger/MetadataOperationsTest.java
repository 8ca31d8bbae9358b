package io.github.camelvtiger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelvtiger.client.InvalidRecordException;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

class MetadataOperationsTest extends CrmTestSupport {

    @Test
    void describeTellsTheFields() {
        Map<?, ?> module = call("vtiger:describe/Potentials", null).getMessage().getBody(Map.class);
        assertThat(module.get("name")).isEqualTo("Potentials");
        assertThat((List<?>) module.get("fields")).isNotEmpty();
    }

    @Test
    void listTypesAreNames() {
        List<?> types = call("vtiger:listTypes", null).getMessage().getBody(List.class);
        assertThat(types).asString().contains("Contacts", "HelpDesk");
        assertThat(types.get(0)).isInstanceOf(String.class);
    }

    @Test
    void meIsTheConnectionsUser() {
        assertThat(call("vtiger:me", null).getMessage().getBody(Map.class).get("user_name"))
                .isEqualTo("admin");
    }

    /** He may not read his own record; the login has what it says of him encoded as HTML. */
    @Test
    void anOrdinaryUserIsWhoTheLoginSaysUnderTheSameNames() {
        crm.crm().revise("19x6", Map.of("last_name", "M\u00fcller & O'Brien", "email1", "o'brien&co@example.org"));
        VtigerConnection sales = new VtigerConnection();
        sales.setUrl(crm.url());
        sales.setUsername("sales1");
        sales.setAccessKey(crm.accessKey("sales1"));
        context().getRegistry().bind("sales", sales);
        for (String uri :
                List.of("vtiger:me?connection=sales", "vtiger:request?path=/me&method=GET&connection=sales")) {
            assertThat(call(uri, null).getMessage().getBody())
                    .asInstanceOf(InstanceOfAssertFactories.MAP)
                    .containsEntry("id", "19x6")
                    .containsEntry("user_name", "sales1")
                    .containsEntry("last_name", "M\u00fcller & O'Brien")
                    .containsEntry("email1", "o'brien&co@example.org");
        }
    }

    @Test
    void requestTakesItsParametersFromTheBody() {
        Map<?, ?> module = call("vtiger:request?path=/describe&method=GET", Map.of("elementType", "Leads"))
                .getMessage()
                .getBody(Map.class);
        assertThat(module.get("name")).isEqualTo("Leads");
    }

    @Test
    void placeholderIsTheBodysValueElseTheHeaders() {
        String uri = "vtiger:request?method=GET&path=RAW(/describe?elementType={module})";
        Exchange byBody = call(uri, Map.of("module", "Leads"), Map.of("module", "Contacts"));
        assertThat(byBody.getMessage().getBody(Map.class).get("name")).isEqualTo("Leads");
        Exchange byHeader = call(uri, null, Map.of("module", "Contacts"));
        assertThat(byHeader.getMessage().getBody(Map.class).get("name")).isEqualTo("Contacts");
        assertThat(call(uri, null).getException()).hasMessageContaining("{module}");
    }

    @Test
    void requestForMe() {
        assertThat(call("vtiger:request?path=/me&method=GET", null)
                        .getMessage()
                        .getBody(Map.class)
                        .get("user_name"))
                .isEqualTo("admin");
    }

    @Test
    void requestWithoutPathIsRefused() {
        assertThatThrownBy(() -> call("vtiger:request", null)).hasStackTraceContaining("needs the option path");
    }

    @Test
    void actionsHaveTheKeysOfTheOriginalConnector() {
        List<Map<String, Object>> actions = actions("vtiger:actions", Map.of());
        assertThat(actions)
                .extracting(action -> action.get("key"))
                .contains(
                        "create-record",
                        "retrieve-record",
                        "update-record",
                        "delete-record",
                        "query-records",
                        "describe-module",
                        "list-modules",
                        "get-current-user");
        assertThat(actions).allSatisfy(action -> assertThat(action).containsKeys("description", "inputSchema"));
    }

    @Test
    void intentFindsTheActionAndTheModule() {
        Map<String, Object> best = actions(
                        "vtiger:actions?intent=change a contact", Map.of(VtigerConstants.INTENT, "make a new lead"))
                .get(0);
        assertThat(best).containsEntry("key", "create-record").containsEntry("module", "Leads");
        assertThat(best.get("inputSchema").toString()).contains("lastname");
    }

    @Test
    void runCreatesAndReads() {
        Exchange created =
                call("vtiger:run?action=create-record", "{\"module\":\"Leads\",\"record\":{\"lastname\":\"Run\"}}");
        String id = created.getMessage().getHeader(VtigerConstants.RECORD_ID, String.class);
        assertThat(id).startsWith("10x");
        Exchange read = call("vtiger:run", Map.of("id", id), Map.of(VtigerConstants.ACTION, "retrieve-record"));
        assertThat(read.getMessage().getBody(Map.class).get("lastname")).isEqualTo("Run");
        call("vtiger:run?action=update-record", Map.of("id", id, "record", Map.of("firstname", "Ada")));
        List<?> found = call(
                        "vtiger:run?action=query-records",
                        Map.of("query", "SELECT firstname FROM Leads WHERE lastname = 'Run'"))
                .getMessage()
                .getBody(List.class);
        assertThat(found).asString().contains("Ada");
        assertThat(call("vtiger:run?action=delete-record", Map.of("id", id))
                        .getMessage()
                        .getBody())
                .isNull();
    }

    @Test
    void runNamesAllFaultsOfItsInput() {
        assertThat(call("vtiger:run?action=update-record", "{\"ident\":\"10x1\"}")
                        .getException())
                .isInstanceOf(InvalidRecordException.class)
                .hasMessageContaining("'id' is missing")
                .hasMessageContaining("'record' is missing")
                .hasMessageContaining("'ident' is not known");
    }

    @SuppressWarnings("unchecked")
    private List<Map<String, Object>> actions(String uri, Map<String, Object> headers) {
        return call(uri, null, headers).getMessage().getBody(List.class);
    }
}
