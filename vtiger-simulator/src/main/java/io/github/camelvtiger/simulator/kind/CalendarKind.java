package io.github.camelvtiger.simulator.kind;

import io.github.camelvtiger.simulator.store.CrmStore;
import io.github.camelvtiger.simulator.store.CrmUser;
import io.github.camelvtiger.simulator.store.ModuleTable;
import io.github.camelvtiger.simulator.store.StoredRow;
import io.github.camelvtiger.simulator.value.SentElement;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** A task is due by the end of a day. */
final class CalendarKind extends ActivityKind {

    private static final String NOTIFICATION = "sendnotification";

    /** To PHP. */
    private static final Set<String> EMPTY = Set.of("", "0");

    /** A notification that is switched off counts as not sent, and so cannot be taken back. */
    @Override
    public Map<String, String> computed(
            StoredRow before, Map<String, String> changes, SentElement element, CrmUser user, String today) {
        Map<String, String> computed = new HashMap<>(super.computed(before, changes, element, user, today));
        boolean on = !EMPTY.contains(element.text(NOTIFICATION));
        if (!on && !before.value(NOTIFICATION).isEmpty()) {
            computed.put(NOTIFICATION, before.value(NOTIFICATION));
        }
        return computed;
    }

    /** Tasks and events share the column of the status. */
    @Override
    public void completeSync(Map<String, Object> record, StoredRow row) {
        if (!row.value("taskstatus").isEmpty()) {
            record.put("eventstatus", row.value("taskstatus"));
        }
    }

    @Override
    public ModuleTable queried(ModuleTable own, CrmStore store) {
        return MisfiledEmails.with(own, store, type -> type.equalsIgnoreCase("Task"));
    }
}
