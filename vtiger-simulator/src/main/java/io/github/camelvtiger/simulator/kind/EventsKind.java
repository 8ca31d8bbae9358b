package io.github.camelvtiger.simulator.kind;

import io.github.camelvtiger.simulator.operation.RefusedStatement;
import io.github.camelvtiger.simulator.store.CrmStore;
import io.github.camelvtiger.simulator.store.CrmUser;
import io.github.camelvtiger.simulator.store.ModuleTable;
import io.github.camelvtiger.simulator.store.StoredRow;
import io.github.camelvtiger.simulator.value.SentElement;
import java.util.HashMap;
import java.util.Map;

/** An event lasts from one time to another, reminds, and is private or public by itself. */
final class EventsKind extends ActivityKind {

    @Override
    public boolean readByVisibility() {
        return true;
    }

    @Override
    public Map<String, String> computed(
            StoredRow before, Map<String, String> changes, SentElement element, CrmUser user, String today) {
        Map<String, String> computed = new HashMap<>(super.computed(before, changes, element, user, today));
        computed.put("reminder_time", EventReminder.saved(before.value("reminder_time"), element));
        return computed;
    }

    /** Its reminder refers to the row. */
    @Override
    public void refused() {
        throw new RefusedStatement(
                "INSERT INTO vtiger_activity_reminder VALUES (?,?,?,?)",
                "vtiger_activity_reminder",
                "Cannot add or update a child row: a foreign key constraint fails (`vtiger`.`vtiger_activity_reminder`,"
                        + " CONSTRAINT `fk_activityid_vtiger_activity_reminder` FOREIGN KEY (`activity_id`) REFERENCES"
                        + " `vtiger_activity` (`activityid`) ON DELETE CASCADE)");
    }

    @Override
    public ModuleTable queried(ModuleTable own, CrmStore store) {
        return MisfiledEmails.with(
                own, store, type -> !type.equalsIgnoreCase("Emails") && !type.equalsIgnoreCase("Task"));
    }
}
