package io.github.camelvtiger.routes.sync.table;

import io.github.camelvtiger.client.LineItems;
import io.github.camelvtiger.client.ModuleDescription;
import io.github.camelvtiger.routes.sync.definition.SyncDefinition;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/** The tables that mirror one module: how a record of the CRM becomes rows of them, and what they hold. */
public final class ModuleMirror {

    private final TableDatabase database;
    private final InstantSource clock;
    private final SyncTable syncs;
    private final ModuleTables tables;

    /** @param clock that of this machine; for the others see {@link ModuleTables} */
    ModuleMirror(
            TableDatabase database,
            SyncDefinition sync,
            String module,
            Function<String, ModuleDescription> descriptions,
            Supplier<Stream<ModuleDescription>> modules,
            FieldHash hash,
            InstantSource clock,
            Duration longestSave,
            BooleanSupplier lacksRecords) {
        this.database = database;
        this.clock = clock;
        this.syncs = new SyncTable(database, sync.name(), module);
        this.tables = new ModuleTables(
                database, sync, module, descriptions, modules, hash, clock, longestSave, lacksRecords, syncs);
    }

    /** The row of the module in {@code _syncs}. */
    public SyncTable syncs() {
        return syncs;
    }

    /**
     * The table of the records, with the columns that it has now.
     *
     * @throws TableException if the database does not answer, or the table must not be altered
     */
    public ModuleTable table() {
        return tables.now().rows().table();
    }

    /** The rows that some records have, columns to values; several of one record with {@code mode: history}. */
    public List<Map<String, Object>> rows(Collection<String> ids) {
        TableRows rows = new TableRows(database, table());
        return database.inTransaction(handle -> rows.find(handle, ModuleTable.ID, ids, ""));
    }

    /** What they hold of the records that are not deleted. */
    PresentRows present() {
        return tables.now().present();
    }

    /** The record as it may be kept elsewhere, such as in rejects. */
    Map<String, Object> kept(Map<String, Object> record) {
        ModuleTables.Tables now = tables.now();
        Map<String, Object> kept = now.rows().kept(record);
        now.items()
                .ifPresent(rows -> kept.computeIfPresent(
                        LineItems.FIELD,
                        (field, items) -> items instanceof Collection<?> list
                                ? list.stream()
                                        .map(item -> rows.kept(fields(item)))
                                        .toList()
                                : items));
        return kept;
    }

    /** Asks for the fields of the module again before the next record. */
    void forget() {
        tables.forget();
    }

    /** Looks whether the tables have columns for the fields of records. */
    void cover(Collection<Map<String, Object>> records) {
        tables.cover(records);
    }

    /**
     * A record as the tables are to have it.
     *
     * @param labels those relations of which it has the ids
     */
    RecordState state(Map<String, Object> record, Instant modified, List<String> labels) {
        ModuleTables.Tables now = tables.now();
        String id = String.valueOf(record.get(ModuleTable.ID));
        List<Map<String, Object>> items = new ArrayList<>();
        now.items().ifPresent(rows -> {
            if (record.get(LineItems.FIELD) instanceof Collection<?> list) {
                list.forEach(item -> items.add(item(rows, id, items.size() + 1, item)));
            }
        });
        Map<ModuleTable, List<String>> related = new LinkedHashMap<>();
        for (String label : labels) {
            List<String> ids = new ArrayList<>();
            if (record.get(label) instanceof Collection<?> list) {
                list.forEach(each -> ids.add(String.valueOf(each)));
            }
            related.put(now.relations().get(label), ids);
        }
        return new RecordState(id, false, modified, now.rows().of(record), items, related);
    }

    private static Map<String, Object> item(RecordRows rows, String id, long position, Object item) {
        Map<String, Object> row = rows.of(fields(item));
        row.put(ModuleTable.PARENT, id);
        row.put(ModuleTable.POSITION, position);
        return row;
    }

    private static Map<String, Object> fields(Object item) {
        Map<String, Object> fields = new LinkedHashMap<>();
        if (item instanceof Map<?, ?> map) {
            map.forEach((name, value) -> fields.put(String.valueOf(name), value));
        }
        return fields;
    }

    /**
     * Writes states of records, all or none.
     *
     * @param states in their order
     * @param last the last record that the feed has brought; empty if they do not come from it
     * @throws TableException if they cannot be written
     */
    void write(List<RecordState> states, Optional<RecordState> last) {
        ModuleTables.Tables now = tables.now();
        database.useTransaction(handle -> {
            now.writer().write(handle, states, clock.instant());
            now.relations().values().forEach(relation -> relate(handle, relation, states));
            last.filter(state -> state.modified() != null)
                    .ifPresent(state -> syncs.reached(handle, state.modified(), state.id()));
        });
    }

    private void relate(Handle handle, ModuleTable relation, List<RecordState> states) {
        Map<String, RecordState> latest = new LinkedHashMap<>();
        states.stream()
                .filter(state -> state.isDeleted() || state.related().containsKey(relation))
                .forEach(state -> latest.put(state.id(), state));
        TableRows rows = new TableRows(database, relation);
        rows.remove(handle, ModuleTable.ID, latest.keySet());
        List<Map<String, Object>> links = new ArrayList<>();
        latest.values().forEach(state -> state.related().getOrDefault(relation, List.of()).stream()
                .distinct()
                .forEach(id -> links.add(Map.of(ModuleTable.ID, state.id(), ModuleTable.RELATED, id))));
        rows.put(handle, links);
    }
}
