package io.github.camelvtiger;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelvtiger.client.InvalidRecordException;
import io.github.camelvtiger.client.RecordNotFoundException;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;

/** What a program finds and runs without knowing the CRM: the same assertions hold for any server. */
@LiveSuite
class ActionsContractTest {

    private final LiveCrm crm;

    ActionsContractTest(LiveCrm crm) {
        this.crm = crm;
    }

    @Test
    @SuppressWarnings("unchecked")
    void anActionIsFoundByItsIntentAndRunsWithWhatItsSchemaAsksFor() {
        Map<String, Object> best =
                (Map<String, Object>) crm.body("vtiger:actions?intent=make a new lead", null, Map.of(), List.class)
                        .get(0);
        assertThat(best).containsEntry("key", "create-record").containsEntry("module", "Leads");
        Map<String, Map<String, Object>> asked =
                (Map<String, Map<String, Object>>) ((Map<String, Object>) best.get("inputSchema")).get("properties");
        assertThat((List<String>) asked.get("record").get("required")).containsExactly("lastname");

        Exchange made = run(
                String.valueOf(best.get("key")), Map.of("module", "Leads", "record", Map.of("lastname", crm.mark())));
        String id = made.getMessage().getHeader(VtigerConstants.RECORD_ID, String.class);
        crm.delete(id);
        assertThat(made.getMessage().getHeader(VtigerConstants.OUTCOME)).isEqualTo("created");
        assertThat(made.getMessage().getBody(Map.class)).containsEntry("lastname", crm.mark());
    }

    @Test
    void aRecordIsReadChangedFoundAndDeleted() {
        String id = crm.create("Leads", Map.of("lastname", "MARK", "company", crm.mark()));
        assertThat(run("retrieve-record", Map.of("id", id)).getMessage().getBody(Map.class))
                .containsEntry("company", crm.mark());

        Exchange changed = run("update-record", Map.of("id", id, "record", Map.of("firstname", "Ada")));
        assertThat(changed.getMessage().getHeader(VtigerConstants.OUTCOME)).isEqualTo("updated");

        Exchange found = run(
                "query-records", Map.of("query", "select firstname from Leads where company = '" + crm.mark() + "'"));
        assertThat(found.getMessage().getBody(List.class)).asString().contains("Ada");

        Exchange deleted = run("delete-record", Map.of("id", id));
        assertThat(deleted.getMessage().getHeader(VtigerConstants.OUTCOME)).isEqualTo("deleted");
        assertThat(crm.failure("vtiger:run?action=retrieve-record", Map.of("id", id), Map.of()))
                .isInstanceOf(RecordNotFoundException.class);
    }

    @Test
    void modulesFieldsAndTheUserAreThere() {
        assertThat(run("list-modules", Map.of()).getMessage().getBody(List.class))
                .asString()
                .contains("Contacts");
        assertThat(run("describe-module", Map.of("module", "Contacts"))
                        .getMessage()
                        .getBody(Map.class))
                .containsEntry("name", "Contacts");
        assertThat(run("get-current-user", Map.of()).getMessage().getBody(Map.class))
                .containsKey("user_name");
    }

    @Test
    void allFaultsOfAnInputAreNamed() {
        assertThat(crm.failure("vtiger:run?action=update-record", "{\"ident\":\"10x1\"}", Map.of()))
                .isInstanceOf(InvalidRecordException.class)
                .hasMessageContaining("'id' is missing")
                .hasMessageContaining("'record' is missing")
                .hasMessageContaining("'ident' is not known");
    }

    private Exchange run(String action, Map<String, Object> input) {
        Exchange done = crm.call("vtiger:run?action=" + action, input);
        assertThat(done.getException()).isNull();
        return done;
    }
}
