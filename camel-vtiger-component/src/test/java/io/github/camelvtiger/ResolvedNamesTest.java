package io.github.camelvtiger;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelvtiger.client.BatchItem;
import io.github.camelvtiger.client.BatchItem.Outcome;
import io.github.camelvtiger.client.BatchResult;
import io.github.camelvtiger.client.InvalidRecordException;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Owners and references by name, with {@code resolveNames=true}. */
class ResolvedNamesTest extends CrmTestSupport {

    private static final String CREATE = "vtiger:create/Contacts?resolveNames=true";

    @ParameterizedTest
    @ValueSource(strings = {"admin", "ADMIN", "Administrator", " administrator ", "admin@example.com"})
    void ownerByUserNameFullNameOrEmail(String name) {
        assertThat(created(Map.of("lastname", "Owned", "assigned_user_id", name)))
                .containsEntry("assigned_user_id", "19x1");
    }

    @Test
    void ownerByGroup() {
        assertThat(created(Map.of("lastname", "Shared", "assigned_user_id", "support group"))
                        .get("assigned_user_id")
                        .toString())
                .startsWith("20x");
    }

    @Test
    void unknownOwnerIsNamedAndNothingIsSent() {
        Exchange exchange = call(CREATE, Map.of("lastname", "Lost", "assigned_user_id", "Admni"));
        assertThat(exchange.getException())
                .isInstanceOf(InvalidRecordException.class)
                .hasMessageContaining("The value 'Admni' of assigned_user_id (owner) is neither a user")
                .hasMessageContaining("did you mean admin");
        assertThat(call("vtiger:count?query=RAW(select * from Contacts where lastname = 'Lost')", null)
                        .getMessage()
                        .getBody())
                .isEqualTo(0L);
    }

    @Test
    void referenceByLabelInAnyCase() {
        String id = account("O'Neill \\ Sons");
        assertThat(created(Map.of("lastname", "A", "account_id", "o'neill \\ sons")))
                .containsEntry("account_id", id);
    }

    @Test
    void referenceByTheLabelOfTwoFieldsAndByEmail() {
        String id = call(
                        "vtiger:create/Contacts",
                        Map.of("firstname", "Anna Maria", "lastname", "van Dyck", "email", "anna@example.org"))
                .getMessage()
                .getHeader(VtigerConstants.RECORD_ID, String.class);
        String alone = contact("Plato");
        assertThat(created(Map.of("lastname", "B", "contact_id", "Anna Maria van Dyck")))
                .containsEntry("contact_id", id);
        assertThat(created(Map.of("lastname", "C", "contact_id", "Anna@example.org")))
                .containsEntry("contact_id", id);
        assertThat(created(Map.of("lastname", "D", "contact_id", "plato"))).containsEntry("contact_id", alone);
    }

    @Test
    void ambiguousReferenceNamesTheIds() {
        String first = contact("Twin");
        String second = contact("Twin");
        assertThat(call(CREATE, Map.of("lastname", "E", "contact_id", "Twin")).getException())
                .hasMessageContaining("may mean 2 records (" + first + ", " + second + "); give the id of one");
    }

    @Test
    void unknownReferenceIsNamed() {
        assertThat(call(CREATE, Map.of("lastname", "F", "account_id", "Nobody Inc"))
                        .getException())
                .isInstanceOf(InvalidRecordException.class)
                .hasMessageContaining(
                        "'Nobody Inc' of account_id (reference) is not the name or e-mail of a record of Accounts");
    }

    @Test
    void eachTargetOfAReferenceIsTried() {
        String account = account("Target Ltd");
        Map<String, Object> ticket = Map.of(
                "ticket_title", "T", "ticketstatus", "Open", "ticketpriorities", "Low", "parent_id", "Target Ltd");
        Message answer =
                call("vtiger:create/HelpDesk?resolveNames=true", ticket).getMessage();
        assertThat(answer.getBody(Map.class)).containsEntry("parent_id", account);
    }

    @Test
    void labelOfATicketIsItsTitle() {
        Map<String, Object> ticket =
                Map.of("ticket_title", "Broken pump", "ticketstatus", "Open", "ticketpriorities", "Low");
        Message created = call("vtiger:create/HelpDesk", ticket).getMessage();
        Message comment = call(
                        "vtiger:create/ModComments?resolveNames=true",
                        Map.of("commentcontent", "seen", "related_to", "Broken pump"))
                .getMessage();
        assertThat(comment.getBody(Map.class))
                .containsEntry("related_to", created.getHeader(VtigerConstants.RECORD_ID));
    }

    @Test
    void aBatchAsksForItsNamesTogether() {
        List<Map<String, Object>> batch = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            account("Company " + i);
            batch.add(Map.of("lastname", "Employee " + i, "account_id", "Company " + i, "assigned_user_id", "admin"));
        }
        batch.add(Map.of("lastname", "Stray", "account_id", "No company"));
        int before = queries();
        BatchResult result = call(CREATE, batch).getMessage().getBody(BatchResult.class);
        assertThat(result.items().subList(0, 100))
                .extracting(BatchItem::outcome)
                .containsOnly(Outcome.CREATED);
        assertThat(result.items().get(100).outcome()).isEqualTo(Outcome.FAILED);
        assertThat(queries() - before).isLessThanOrEqualTo(6);
    }

    /** 2 queries for names of each hundred, 1 for their keys, 2 once for the owners. */
    @Test
    void upsertOfAStreamAsksForTheNamesOfAHundredRowsTogether() {
        StringBuilder json = new StringBuilder("[");
        for (int i = 0; i < 250; i++) {
            account("Firm " + i);
            json.append(i == 0 ? "" : ",")
                    .append("{\"email\":\"up" + i + "@x.org\",\"lastname\":\"Up\",\"account_id\":\"Firm " + i
                            + "\",\"assigned_user_id\":\"admin\"}");
        }
        json.append(",{\"email\":\"stray@x.org\",\"lastname\":\"Up\",\"account_id\":\"No firm\"}]");
        int before = queries();
        BatchResult result = call(
                        "vtiger:upsert/Contacts?matchFields=email&resolveNames=true",
                        new ByteArrayInputStream(json.toString().getBytes(StandardCharsets.UTF_8)))
                .getMessage()
                .getBody(BatchResult.class);
        assertThat(result.items().subList(0, 250))
                .extracting(BatchItem::outcome)
                .containsOnly(Outcome.CREATED);
        assertThat(result.items().get(250).outcome()).isEqualTo(Outcome.FAILED);
        assertThat(queries() - before).isLessThanOrEqualTo(3 * 3 + 2);
    }

    private int queries() {
        return (int) crm.calls().stream()
                .filter(call -> call.operation().equals("query"))
                .count();
    }

    private String account(String name) {
        return call("vtiger:create/Accounts", Map.of("accountname", name))
                .getMessage()
                .getHeader(VtigerConstants.RECORD_ID, String.class);
    }

    @SuppressWarnings("unchecked")
    private Map<String, Object> created(Map<String, Object> record) {
        Exchange exchange = call(CREATE, record);
        assertThat(exchange.getException()).isNull();
        return exchange.getMessage().getBody(Map.class);
    }
}
