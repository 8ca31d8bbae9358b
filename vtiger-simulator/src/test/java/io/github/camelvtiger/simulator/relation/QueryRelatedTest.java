package io.github.camelvtiger.simulator.relation;

import static io.github.camelvtiger.simulator.record.Failures.assertDenied;
import static io.github.camelvtiger.simulator.record.Failures.assertFails;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelvtiger.simulator.operation.ServerCrash;
import io.github.camelvtiger.simulator.record.FreshCrm;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QueryRelatedTest {

    private final FreshCrm crm = new FreshCrm();
    private final String account = crm.created("Accounts", Map.of("accountname", "A"));
    private final String member = crm.created("Contacts", Map.of("lastname", "Member", "account_id", account));
    private final String other = crm.created("Contacts", Map.of("lastname", "Other"));

    @Test
    void theRecordsOfARelationAreQueriedWithoutASemicolon() {
        assertThat(lastNames("SELECT lastname FROM Contacts")).containsExactly("Member");
        assertThat(query("select count(*) from Contacts", account, "Contacts"))
                .isEqualTo(List.of(Map.of("count", "1")));
        assertThat(lastNames("SELECT lastname FROM Contacts WHERE lastname LIKE 'M%' ORDER BY lastname LIMIT 0,1"))
                .containsExactly("Member");
    }

    @Test
    void anOrLetsUnrelatedRecordsIn() {
        assertThat(lastNames("SELECT lastname FROM Contacts WHERE lastname='Nobody' OR lastname='Other'"))
                .containsExactly("Other");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT lastname FROM Contacts where lastname='Member'",
                "SELECT lastname FROM Contacts ORDER BY lastname",
                "SELECT lastname FROM Contacts LIMIT 1"
            })
    void whereHasToBeInCapitalsAndBeforeOrderAndLimit(String query) {
        assertFails(
                "QUERY_SYNTAX_ERROR",
                "Syntax Error on line 1: token 'WHERE' Unexpected WHERE(WHERE), expected one of: SEMICOLON",
                () -> query(query, account, "Contacts"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"SELECT id FROM Leads", "SELECT id FROM contacts", "SELECT id FROM Contacts;", "SELECT id", ""})
    void theModuleHasToBeThatOfTheRelation(String query) {
        assertNoRelation(() -> query(query, account, "Contacts"));
    }

    @Test
    void theLabelHasToBeExact() {
        assertNoRelation(() -> query("SELECT id FROM Contacts", account, "contacts"));
        assertNoRelation(() -> query("SELECT id FROM Contacts", account, ""));
        assertNoRelation(() -> crm.call("retrieve_related", Map.of("id", account, "relatedType", "Contacts")));
        assertNoRelation(() -> query("SELECT id FROM Events", account, "Activities"));
    }

    @Test
    void nobodyLooksAtAQueryOverNothing() {
        assertThat(query("SELECT id FROM Potentials (", account, "Potentials")).isEmpty();
    }

    @Test
    void theRecordHasToBeThereAndIsTakenWhateverItsPrefix() {
        assertDenied("Permission to perform the operation is denied for id", () -> contactsOf("abc"));
        assertDenied("Permission to perform the operation is denied for name : ", () -> contactsOf("11x99999"));
        crm.delete(other);
        assertDenied("Permission to perform the operation is denied for name : ", () -> contactsOf(other));
        assertNoRelation(() -> contactsOf("19x1"));
        assertThat(contactsOf("13x" + account.substring("11x".length()))).isEmpty();
        assertThatThrownBy(() -> contactsOf("20x2")).isInstanceOf(ServerCrash.class);
    }

    @Test
    void anAccountHasWhatItsContactsHave() {
        String potential = crm.created(
                "Potentials",
                Map.of(
                        "potentialname", "P",
                        "closingdate", "2027-01-01",
                        "sales_stage", "Prospecting",
                        "contact_id", member));
        assertThat(query("SELECT id FROM Potentials", account, "Potentials"))
                .isEqualTo(List.of(Map.of("id", potential)));
        assertThat(query("SELECT id FROM Contacts", potential, "Contacts")).isEqualTo(List.of(Map.of("id", member)));
    }

    @Test
    void historyIsOfTasksThatAreDoneAndActivitiesAreAllTasks() {
        String planned = task("Planned");
        String done = task("Completed");
        assertThat(query("SELECT id FROM Calendar", account, "Activities"))
                .isEqualTo(List.of(Map.of("id", planned), Map.of("id", done)));
        assertThat(query("SELECT id FROM Calendar", account, "Activity History"))
                .isEqualTo(List.of(Map.of("id", done)));
    }

    @Test
    void retrieveRelatedGivesWholeRecordsAndTakesAWhereWithTheType() {
        List<Map<String, Object>> rows = crm.rows(
                "retrieve_related",
                Map.of("id", account, "relatedType", "Contacts WHERE lastname='Member'", "relatedLabel", "Contacts"));
        assertThat(rows).hasSize(1);
        assertThat(rows.get(0))
                .containsEntry("account_id", account)
                .containsKey("contact_no")
                .doesNotContainKey("label");
    }

    @Test
    void emailsAreFoundOnlyIfTheirTypeSaysThatTheyAreSome() {
        email("");
        String email = email("Emails");
        assertThat(query("SELECT id FROM Emails", member, "Emails")).isEqualTo(List.of(Map.of("id", email)));
        assertThat(query("SELECT id FROM Emails", account, "Emails")).isEqualTo(List.of(Map.of("id", email)));
    }

    private String email(String type) {
        return crm.created(
                "Emails",
                Map.of(
                        "subject", "S",
                        "date_start", "2026-12-01",
                        "from_email", "a@example.com",
                        "saved_toid", "b@example.com",
                        "activitytype", type,
                        "parent_id", member));
    }

    private String task(String status) {
        return crm.created(
                "Calendar",
                Map.of(
                        "subject", status,
                        "date_start", "2026-12-01",
                        "time_start", "10:00",
                        "due_date", "2026-12-01",
                        "taskstatus", status,
                        "activitytype", "Task",
                        "parent_id", account));
    }

    private List<Object> lastNames(String query) {
        return query(query, account, "Contacts").stream()
                .map(row -> row.get("lastname"))
                .toList();
    }

    private List<Map<String, Object>> contactsOf(String id) {
        return query("SELECT id FROM Contacts", id, "Contacts");
    }

    private List<Map<String, Object>> query(String query, String id, String label) {
        return crm.rows("query_related", Map.of("query", query, "id", id, "relatedLabel", label));
    }

    private static void assertNoRelation(ThrowingCallable call) {
        assertFails("UNKOWN_ENTITY", "Relation specified is incorrect", call);
    }
}
