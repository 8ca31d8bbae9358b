package io.github.camelvtiger.simulator.store;

import io.github.camelvtiger.simulator.metadata.FieldMetadata;
import io.github.camelvtiger.simulator.metadata.ModuleMetadata;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What goes with a deleted record: references to it read back empty, without any {@code modifiedtime} moving, and the
 * Potentials and Quotes of an Account are deleted too ({@code change-feed.md §7}).
 */
final class Deletions {

    private static final Map<String, Map<String, String>> DEPENDENTS =
            Map.of("Accounts", Map.of("Potentials", "related_to", "Quotes", "account_id"));

    private final CrmStore store;

    Deletions(CrmStore store) {
        this.store = store;
    }

    void delete(StoredRow row, Map<String, String> stamp) {
        ModuleTable table = store.table(row.module().name());
        if (row.module().entity()) {
            table.change(row.number(), current -> current.with(stamp).asDeleted());
        } else {
            table.remove(row.number());
        }
        DEPENDENTS.getOrDefault(row.module().name(), Map.of()).forEach((module, field) -> store.table(module)
                .live()
                .filter(dependent -> dependent.value(field).equals(row.id()))
                .toList()
                .forEach(dependent -> delete(dependent, stamp)));
        store.entityTables().forEach(referring -> blankReferences(referring, row));
    }

    private static void blankReferences(ModuleTable table, StoredRow gone) {
        List<String> fields = referencesTo(gone.module(), table.module());
        if (fields.isEmpty()) {
            return;
        }
        String id = gone.id();
        table.live()
                .filter(row -> refers(row, fields, id))
                .toList()
                .forEach(row -> table.change(row.number(), current -> {
                    Map<String, String> blank = new HashMap<>();
                    fields.stream()
                            .filter(field -> current.value(field).equals(id))
                            .forEach(field -> blank.put(field, ""));
                    return current.with(blank);
                }));
    }

    private static boolean refers(StoredRow row, List<String> fields, String id) {
        return fields.stream().anyMatch(field -> row.value(field).equals(id));
    }

    private static List<String> referencesTo(ModuleMetadata target, ModuleMetadata module) {
        return module.fields().stream()
                .filter(field ->
                        field.type().equals("reference") && field.refersTo().contains(target.name()))
                .map(FieldMetadata::name)
                .toList();
    }
}
