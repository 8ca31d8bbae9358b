package io.github.camelvtiger.simulator.kind;

import io.github.camelvtiger.simulator.store.CrmStore;
import io.github.camelvtiger.simulator.store.ModuleTable;
import io.github.camelvtiger.simulator.store.StoredRow;
import java.util.Map;

/** A task is due by the end of a day. */
final class CalendarKind extends ActivityKind {

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
