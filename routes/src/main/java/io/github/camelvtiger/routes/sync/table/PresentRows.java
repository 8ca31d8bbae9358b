package io.github.camelvtiger.routes.sync.table;

import io.github.camelvtiger.routes.sync.definition.Target.Table.Mode;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;

/** What the tables of a module hold of the records that are not deleted, as these are now. */
final class PresentRows {

    private final TableDatabase database;
    private final int idPrefix;
    private final TableRows records;
    private final Optional<TableRows> items;
    private final Map<String, TableRows> relations = new LinkedHashMap<>();
    private final Optional<String> empty;

    /**
     * @param idPrefix that of the module's ids
     * @param relations labels to tables
     */
    PresentRows(
            TableDatabase database,
            Mode mode,
            int idPrefix,
            ModuleTable records,
            Optional<ModuleTable> items,
            Map<String, ModuleTable> relations) {
        this.database = database;
        this.idPrefix = idPrefix;
        this.records = new TableRows(database, records);
        this.items = items.map(table -> new TableRows(database, table));
        relations.forEach((label, table) -> this.relations.put(label, new TableRows(database, table)));
        this.empty = switch (mode) {
            case LIVE -> Optional.empty();
            case SOFT -> Optional.of(ModuleTable.DELETED);
            case HISTORY -> Optional.of(ModuleTable.VALID_TO);
        };
    }

    /** The rows of some records, columns to values. */
    List<Map<String, Object>> of(Collection<String> ids) {
        return database.inTransaction(handle -> records.find(handle, ModuleTable.ID, ids, isPresent()));
    }

    /** The rows of their line items, in their order; none if the module has none. */
    List<Map<String, Object>> items(Collection<String> ids) {
        return items.map(table -> database.inTransaction(
                        handle -> table.find(handle, ModuleTable.PARENT, ids, isOfPresent(table))))
                .orElse(List.of());
    }

    /** The ids to which each of some records is related; none for one that is related to nothing. */
    Map<String, Set<String>> related(String label, Collection<String> ids) {
        Map<String, Set<String>> related = new LinkedHashMap<>();
        database.inTransaction(handle -> relations.get(label).find(handle, ModuleTable.ID, ids, ""))
                .forEach(row -> related.computeIfAbsent(String.valueOf(row.get(ModuleTable.ID)), any -> new HashSet<>())
                        .add(String.valueOf(row.get(ModuleTable.RELATED))));
        return related;
    }

    /** Which of some records there are, be it that only relations or line items are left of them. */
    Set<String> present(Collection<String> ids) {
        Set<String> present = new HashSet<>();
        database.useTransaction(handle -> {
            present.addAll(records.ids(handle, ids, isPresent()));
            relations.values().forEach(table -> present.addAll(table.ids(handle, ids, "")));
            items.ifPresent(table -> present.addAll(table.orphans(handle, ids, records)));
        });
        return present;
    }

    /**
     * The ids whose numbers are in a range, also those of which only relations or line items are left.
     *
     * @param after the number before the range
     * @param upTo its last number; empty for a range without an end
     */
    List<String> ids(long after, OptionalLong upTo) {
        Set<String> ids = new LinkedHashSet<>();
        database.useTransaction(handle -> {
            for (IdRange range : IdRange.of(idPrefix, after, upTo)) {
                ids.addAll(records.ids(handle, range, isPresent()));
                relations.values().forEach(table -> ids.addAll(table.ids(handle, range, "")));
                items.ifPresent(table -> ids.addAll(table.orphans(handle, range, records)));
            }
        });
        return List.copyOf(ids);
    }

    /** The id of each record. */
    void eachId(Consumer<String> id) {
        String after = "";
        List<String> page;
        do {
            String last = after;
            page = database.inTransaction(handle -> records.idsBehind(handle, last, isPresent()));
            page.forEach(id);
            after = page.isEmpty() ? after : page.get(page.size() - 1);
        } while (!page.isEmpty());
    }

    private String isPresent() {
        return empty.map(column -> " and {" + column + "} is null").orElse("");
    }

    /** With the mode history each state of a record has items of its own. */
    private String isOfPresent(TableRows table) {
        String name = "{" + records.table().name() + "}";
        return !table.table().has(ModuleTable.VALID_FROM)
                ? ""
                : " and exists (select 1 from " + name + " where " + name + ".{id} = {"
                        + table.table().name() + "}.{parent_id} and " + name + ".{valid_from} = {"
                        + table.table().name() + "}.{valid_from} and " + name + ".{valid_to} is null)";
    }
}
