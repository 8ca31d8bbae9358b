package io.github.camelvtiger.simulator.record;

import static io.github.camelvtiger.simulator.record.Failures.assertDenied;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class PermissionTest {

    private final FreshCrm crm = new FreshCrm();
    private final String lead = crm.created("Leads", Map.of("lastname", "AdminLead"));

    @Test
    void everybodySeesAndChangesPublicRecordsWithFieldsInTheOrderOfColumns() {
        crm.as("sales1");
        List<String> keys = new ArrayList<>(crm.retrieve(lead).keySet());
        assertThat(keys.subList(0, 4)).containsExactly("annualrevenue", "city", "code", "company");
        assertThat(keys.indexOf("leadsource")).isLessThan(keys.indexOf("lead_no"));
        assertThat(keys.subList(keys.size() - 2, keys.size())).containsExactly("id", "label");
        assertThat(crm.revise(lead, Map.of("phone", "1"))).containsEntry("modifiedby", "19x6");
    }

    @Test
    void onlyThoseWhoHaveSavedARecordHaveAStarThere() {
        assertThat(crm.as("sales1").retrieve(lead)).containsEntry("starred", "");
        assertThat(crm.revise(lead, Map.of("phone", "1"))).containsEntry("starred", "0");
        assertThat(crm.as("admin").retrieve(lead)).containsEntry("starred", "0");
        assertThat(crm.as("tzuser").retrieve(lead)).containsEntry("starred", "");
    }

    @Test
    void privateRecordsAreHiddenFromOthers() {
        crm.store.sharing().makePrivate("Leads");
        crm.as("sales1");
        assertUnreadable(() -> crm.retrieve(lead));
        assertUnreadable(() -> crm.revise(lead, Map.of("phone", "1")));
        assertUnreadable(() -> crm.delete(lead));
        String own = crm.created("Leads", Map.of("lastname", "Own", "assigned_user_id", "19x6"));
        assertThat(crm.retrieve(own)).containsEntry("lastname", "Own");
        assertThat(crm.as("admin").retrieve(own)).containsEntry("lastname", "Own");
    }

    @Test
    void usersAreForAdministratorsOnly() {
        assertThat(crm.retrieve("19x6")).containsEntry("user_name", "sales1").doesNotContainKey("accesskey");
        crm.as("sales1");
        assertDenied("Permission to perform the operation is denied", () -> crm.retrieve("19x6"));
        assertDenied(
                "Permission to perform the operation is denied",
                () -> crm.call("describe", Map.of("elementType", "Users")));
        assertDenied("Permission to perform the operation is denied", () -> crm.create("Users", Map.of()));
        assertThat(crm.call("listtypes", Map.of()).get("types").toString()).doesNotContain("Users");
    }

    @Test
    void groupsCanBeReadButNotWrittenByOthers() {
        crm.as("sales1");
        assertThat(crm.retrieve("20x2")).containsEntry("groupname", "Team Selling");
        assertUnreadable(() -> crm.revise("20x2", Map.of("description", "d")));
        assertUnreadable(() -> crm.delete("20x2"));
        assertDenied("Permission to write is denied", () -> crm.create("Groups", Map.of("groupname", "G")));
        assertThat(crm.call("describe", Map.of("elementType", "Groups"))).containsEntry("updateable", false);
    }

    private static void assertUnreadable(ThrowingCallable call) {
        assertDenied("Permission to read given object is denied", call);
    }
}
