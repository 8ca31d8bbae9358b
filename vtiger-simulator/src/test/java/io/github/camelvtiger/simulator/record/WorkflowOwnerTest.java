package io.github.camelvtiger.simulator.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelvtiger.simulator.operation.RestrictedFile;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WorkflowOwnerTest {

    private final FreshCrm crm = new FreshCrm();

    @Test
    void recordsOfADeletedGroupAreTheNumbersThatItHad() {
        String group =
                crm.createJson("Groups", "{\"groupname\":\"G\"}").get("id").toString();
        String number = group.substring(group.indexOf('x') + 1);
        String contact = crm.created("Contacts", Map.of("lastname", "L", "assigned_user_id", group));
        crm.call("delete", Map.of("id", group));

        assertThat(crm.retrieve(contact)).containsEntry("assigned_user_id", number);
        assertThat(crm.rows(
                        "query",
                        Map.of(
                                "query",
                                "select assigned_user_id from Contacts where assigned_user_id = '" + group + "';")))
                .containsExactly(Map.of("assigned_user_id", number, "id", contact));
        assertThatThrownBy(() -> crm.revise(contact, Map.of("title", "T"))).isInstanceOf(RestrictedFile.class);
        assertThat(crm.revise(contact, Map.of("assigned_user_id", "19x1")))
                .containsEntry("title", "T")
                .containsEntry("assigned_user_id", "19x1");
    }

    @Test
    void aRecordWhoseOwnerIsNobodyIsSavedBeforeTheScriptEnds() {
        String before = crm.created("Vendors", Map.of("vendorname", "V"));
        long next = Long.parseLong(before.substring(2)) + 1;

        assertThatThrownBy(() -> crm.create("Contacts", Map.of("lastname", "L", "assigned_user_id", "19x999")))
                .isInstanceOf(RestrictedFile.class);
        assertThat(crm.retrieve("12x" + next)).containsEntry("lastname", "L").containsEntry("assigned_user_id", "999");
        assertThatThrownBy(() -> crm.revise("12x" + next, Map.of("title", "T"))).isInstanceOf(RestrictedFile.class);
        assertThat(crm.retrieve("12x" + next)).containsEntry("title", "T");
    }
}
