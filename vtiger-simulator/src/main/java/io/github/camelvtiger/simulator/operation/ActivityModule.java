package io.github.camelvtiger.simulator.operation;

import io.github.camelvtiger.simulator.metadata.ModuleMetadata;
import io.github.camelvtiger.simulator.store.CrmStore;
import io.github.camelvtiger.simulator.store.StoredRow;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * Tasks and events are one table of activities: the type decides of which module a record is, not the module it was
 * created in ({@code webservice.md §10}).
 */
final class ActivityModule {

    private static final Set<String> SHARING_THE_TABLE = Set.of("Calendar", "Events");

    private final CrmStore store;

    ActivityModule(CrmStore store) {
        this.store = store;
    }

    /** Moves the saved record to where its type belongs, without changing its number. */
    void settle(StoredRow saved) {
        if (!SHARING_THE_TABLE.contains(saved.module().name())) {
            return;
        }
        String name = saved.value("activitytype").equals("Task") ? "Calendar" : "Events";
        if (!name.equals(saved.module().name())) {
            ModuleMetadata module = store.metadata().module(name).orElseThrow();
            store.move(saved, StoredRow.of(module, saved.number(), values(saved)));
        }
    }

    private static Map<String, String> values(StoredRow row) {
        Map<String, String> values = new HashMap<>();
        row.module().fields().stream()
                .filter(field -> !field.name().equals("id"))
                .forEach(field -> values.put(field.name(), row.value(field.name())));
        return values;
    }
}
