package io.github.camelvtiger.simulator.kind;

import io.github.camelvtiger.simulator.metadata.ModuleMetadata;
import io.github.camelvtiger.simulator.store.CrmStore;
import io.github.camelvtiger.simulator.store.StoredRow;
import java.util.HashMap;
import java.util.Map;

/**
 * Tasks and events are one table of activities: the type decides of which module a record is, not the module it was
 * created in ({@code webservice.md §10}).
 */
final class ActivityModule {

    private ActivityModule() {}

    /** Moves the saved record to where its type belongs, without changing its number. */
    static void settle(StoredRow saved, CrmStore store) {
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
