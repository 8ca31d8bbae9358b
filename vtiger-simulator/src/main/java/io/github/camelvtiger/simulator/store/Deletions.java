package io.github.camelvtiger.simulator.store;

import io.github.camelvtiger.simulator.metadata.FieldMetadata;
import io.github.camelvtiger.simulator.metadata.ModuleMetadata;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What goes with a deleted record: references to it read back empty, and some records are deleted with it, all without
 * any {@code modifiedtime} moving but its own ({@code change-feed.md §7}). Few columns are cleared; in the others the
 * number stays, and queries still find it.
 */
final class Deletions {

    private static final String OWNER = "assigned_user_id";

    private final CrmStore store;

    Deletions(CrmStore store) {
        this.store = store;
    }

    void delete(StoredRow row, Map<String, String> stamp) {
        ModuleTable table = store.table(row.module().name());
        RowRules rules = store.rules(row.module());
        if (row.module().entity()) {
            table.change(row.number(), current -> current.with(stamp).asDeleted());
        } else if (rules.markedAsDeleted()) {
            table.change(row.number(), current -> current.with(Map.of("deleted", "1"))
                    .asDeleted());
        } else {
            table.remove(row.number());
        }
        rules.deletedTogether().forEach((module, field) -> store.table(module)
                .live()
                .filter(dependent -> dependent.value(field).equals(row.id()))
                .toList()
                .forEach(this::deleteWith));
        if (!rules.foundAfterDelete()) {
            store.entityTables().forEach(referring -> loseReferences(referring, row));
        }
        if (rules.losesOwnedRecords()) {
            store.entityTables().forEach(owned -> loseOwner(owned, row));
        }
    }

    /** The number stays, but it is no longer known whose it is. */
    private static void loseOwner(ModuleTable table, StoredRow group) {
        table.live()
                .filter(row -> row.value(OWNER).equals(group.id()))
                .toList()
                .forEach(row -> table.change(
                        row.number(), current -> current.with(Map.of(OWNER, Long.toString(group.number())))));
    }

    private void deleteWith(StoredRow dependent) {
        store.table(dependent.module().name()).change(dependent.number(), StoredRow::asDeleted);
        store.entityTables().forEach(referring -> loseReferences(referring, dependent));
    }

    private void loseReferences(ModuleTable table, StoredRow gone) {
        List<String> fields = referencesTo(gone.module(), table.module());
        if (fields.isEmpty()) {
            return;
        }
        String cleared =
                store.rules(gone.module()).clearedOnDelete().get(table.module().name());
        String id = gone.id();
        table.live()
                .filter(row -> refers(row, fields, id))
                .toList()
                .forEach(row -> table.change(row.number(), current -> {
                    Map<String, String> lost = new HashMap<>();
                    fields.stream()
                            .filter(field -> current.value(field).equals(id))
                            .forEach(field ->
                                    lost.put(field, field.equals(cleared) ? "" : DanglingReference.to(gone.number())));
                    return current.with(lost);
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
