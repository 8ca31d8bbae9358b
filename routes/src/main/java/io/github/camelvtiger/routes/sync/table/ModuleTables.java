package io.github.camelvtiger.routes.sync.table;

import io.github.camelvtiger.client.ModuleDescription;
import io.github.camelvtiger.routes.sync.definition.SyncDefinition;
import io.github.camelvtiger.routes.sync.definition.Target;
import io.github.camelvtiger.routes.sync.definition.Target.Table.Mode;
import io.github.camelvtiger.routes.sync.table.TableSchema.Brought;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Makes and alters the tables of one module, so that they have a column for each field that a sync mirrors: before the first record, when
 * records have other fields than before, and once an hour.
 */
final class ModuleTables {

    private static final Duration BELIEVED = Duration.ofHours(1);

    private final TableDatabase database;
    private final SyncDefinition sync;
    private final Target.Table to;
    private final String module;
    private final Function<String, ModuleDescription> descriptions;
    private final Supplier<Stream<ModuleDescription>> modules;
    private final FieldHash hash;
    private final InstantSource clock;
    private final Duration longestSave;
    private final BooleanSupplier lacksRecords;
    private final SyncTable syncs;
    private final Set<Set<String>> shapes = new HashSet<>();
    private Instant brought = Instant.MIN;
    private Tables tables;

    /**
     * @param descriptions asks the CRM; a failure of it is thrown
     * @param modules all that the sync reads, of which the CRM is asked only if a field of {@code columns} is not in this one
     * @param longestSave how long a save may go on in the CRM
     * @param lacksRecords whether a table that is made now lacks records that nothing will bring by itself
     */
    ModuleTables(
            TableDatabase database,
            SyncDefinition sync,
            String module,
            Function<String, ModuleDescription> descriptions,
            Supplier<Stream<ModuleDescription>> modules,
            FieldHash hash,
            InstantSource clock,
            Duration longestSave,
            BooleanSupplier lacksRecords,
            SyncTable syncs) {
        this.database = database;
        this.sync = sync;
        this.to = (Target.Table) sync.to();
        this.module = module;
        this.descriptions = descriptions;
        this.modules = modules;
        this.hash = hash;
        this.clock = clock;
        this.longestSave = longestSave;
        this.lacksRecords = lacksRecords;
        this.syncs = syncs;
    }

    /** The tables as they are now, and what writes and reads them. */
    record Tables(
            RecordRows rows,
            Optional<RecordRows> items,
            Map<String, ModuleTable> relations,
            StateWriter writer,
            PresentRows present) {}

    /** Asks for the fields of the module again before the next record. */
    synchronized void forget() {
        tables = null;
    }

    /** Looks whether the tables have columns for the fields of records. */
    synchronized void cover(Collection<Map<String, Object>> records) {
        boolean isOther = false;
        for (Map<String, Object> record : records) {
            isOther |= shapes.add(Set.copyOf(record.keySet()));
        }
        if (isOther && !brought.equals(Instant.MIN)) {
            forget();
        }
        now();
    }

    /**
     * The tables with the columns that they have now.
     *
     * @throws TableException if the database does not answer, or a table must not be altered
     */
    synchronized Tables now() {
        if (tables == null || clock.instant().isAfter(brought.plus(BELIEVED))) {
            tables = bring();
            brought = clock.instant();
        }
        return tables;
    }

    private Tables bring() {
        ModuleDescription described = descriptions.apply(module);
        Optional<ModuleDescription> item =
                ModuleTable.hasItems(module) ? Optional.of(descriptions.apply(ModuleTable.ITEM)) : Optional.empty();
        ColumnNames.fault(
                        sync, Stream.concat(Stream.of(described), item.stream()).toList(), modules)
                .ifPresent(sentence -> {
                    throw new TableException(TableException.Cause.TABLE, sentence);
                });
        TableSchema schema = new TableSchema(database, to.evolution());
        syncs.make();
        Optional<SyncTable.State> state = syncs.find();
        Set<String> former = state.map(SyncTable.State::columns).orElse(Set.of());
        Brought records = schema.bring(
                ModuleTable.of(to, described), of(former, false), HiddenColumns.of(to.fields(), described));
        Optional<Brought> items = item.map(description -> schema.bring(
                ModuleTable.ofItems(to, module, description),
                of(former, true),
                HiddenColumns.of(to.fields(), description)));
        Map<String, ModuleTable> relations = new LinkedHashMap<>();
        for (String label : sync.part(module).relations().labels()) {
            ModuleTable relation = ModuleTable.ofRelation(module, label);
            schema.bring(relation, Set.of(), HiddenColumns.NONE);
            relations.put(label, relation);
        }
        know(state, records, items);
        TableRows rows = new TableRows(database, records.table());
        Optional<TableRows> itemRows = items.map(brought -> new TableRows(database, brought.table()));
        return new Tables(
                new RecordRows(records.table(), to.fields(), described, hash),
                items.map(brought -> new RecordRows(brought.table(), to.fields(), item.orElseThrow(), hash)),
                relations,
                to.mode() == Mode.HISTORY
                        ? new PastStates(rows, itemRows, longestSave)
                        : new PresentStates(rows, itemRows, to.mode() == Mode.SOFT),
                new PresentRows(
                        database,
                        to.mode(),
                        described.idPrefix(),
                        records.table(),
                        items.map(Brought::table),
                        relations));
    }

    /** Columns of items are known with a point before their names. */
    private static Set<String> of(Set<String> columns, boolean items) {
        Set<String> names = new LinkedHashSet<>();
        columns.stream()
                .filter(name -> name.startsWith(".") == items)
                .forEach(name -> names.add(items ? name.substring(1) : name));
        return names;
    }

    private void know(Optional<SyncTable.State> state, Brought records, Optional<Brought> items) {
        Set<String> former = state.map(SyncTable.State::columns).orElse(Set.of());
        Set<String> columns = new LinkedHashSet<>();
        fields(records).forEach(columns::add);
        items.ifPresent(brought -> fields(brought).forEach(name -> columns.add("." + name)));
        former.stream()
                .filter(name -> name.startsWith(".")
                        ? items.filter(brought -> brought.table().has(name.substring(1)))
                                .isPresent()
                        : records.table().has(name))
                .forEach(columns::add);
        boolean lacks = state.isPresent()
                ? Stream.concat(Stream.of(records), items.stream()).anyMatch(Brought::lacksValues)
                : lacksRecords.getAsBoolean();
        if (lacks || !columns.equals(former)) {
            boolean filling = lacks || state.filter(SyncTable.State::filling).isPresent();
            database.useTransaction(handle -> syncs.has(handle, columns, filling));
        }
    }

    private static Stream<String> fields(Brought brought) {
        return brought.table().columns().stream()
                .filter(column -> !column.isOwn())
                .map(TableColumn::name)
                .flatMap(name -> brought.hidden().hashed().contains(name)
                        ? Stream.of(name, HiddenColumns.mark(name))
                        : Stream.of(name));
    }
}
