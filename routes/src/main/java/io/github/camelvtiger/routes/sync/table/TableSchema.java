package io.github.camelvtiger.routes.sync.table;

import io.github.camelvtiger.routes.sync.definition.Target.Table.Evolution;
import io.github.camelvtiger.routes.sync.table.TableException.Cause;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** Brings a table of the database to the columns that a module has now, as far as the sync file lets it. */
final class TableSchema {

    private final TableDatabase database;
    private final Evolution evolution;

    TableSchema(TableDatabase database, Evolution evolution) {
        this.database = database;
        this.evolution = evolution;
    }

    /**
     * What came of it.
     *
     * @param table as it is now: columns may be wider than was wanted, those of removed fields are there without a field, and those
     *     that are not to be added are missing
     * @param lacksValues whether there are values in the module that the rows do not have
     */
    record Brought(ModuleTable table, HiddenColumns hidden, boolean lacksValues) {}

    /**
     * @param former the columns that the table had of the module's fields when it was brought here last; empty if it never was
     * @param hidden those whose values in clear are removed
     * @throws TableException if the table is otherwise, and must not be changed
     */
    Brought bring(ModuleTable wanted, Set<String> former, HiddenColumns hidden) {
        return database.alteredAlone(handle -> {
            Map<String, Present> present = columns(handle, wanted.name());
            if (present.isEmpty()) {
                create(handle, wanted);
                return new Brought(wanted, hidden, true);
            }
            return alter(handle, wanted, present, former, hidden);
        });
    }

    private Brought alter(
            Handle handle, ModuleTable wanted, Map<String, Present> present, Set<String> former, HiddenColumns hidden) {
        requireMode(wanted, present.keySet());
        List<TableColumn> columns = new ArrayList<>();
        List<TableColumn> added = new ArrayList<>();
        List<TableColumn> widened = new ArrayList<>();
        for (TableColumn column : wanted.columns()) {
            Present there = present.get(column.name());
            if (there == null) {
                if (evolution != Evolution.DISCARD
                        || column.isOwn()
                        || former.isEmpty()
                        || former.contains(column.name())) {
                    added.add(column);
                    columns.add(column);
                }
                continue;
            }
            ColumnType type = there.type().orElseThrow(() -> foreign(wanted, column));
            ColumnType wide = type.with(column.type());
            if (wide.equals(type) || evolution == Evolution.DISCARD) {
                columns.add(column.ofType(type));
            } else {
                widened.add(column.ofType(wide));
                columns.add(column.ofType(wide));
            }
        }
        List<TableColumn> removed = former.stream()
                .filter(name -> !wanted.has(name)
                        && present.containsKey(name)
                        && !hidden.blocked().contains(name))
                .flatMap(name -> present.get(name).type().stream().map(type -> new TableColumn(name, "", type, "")))
                .toList();
        if (evolution == Evolution.FREEZE && !(added.isEmpty() && widened.isEmpty() && removed.isEmpty())) {
            throw frozen(wanted, added, widened, removed);
        }
        added.forEach(column -> add(handle, wanted.name(), column));
        widened.forEach(column -> handle.execute(database.dialect().retyped(wanted.name(), column)));
        if (evolution == Evolution.EVOLVE) {
            columns.stream()
                    .filter(column -> isRenamed(column, present, wanted))
                    .forEach(column -> handle.execute(database.dialect().commented(wanted.name(), column)));
        }
        List<String> inClear = former.stream()
                .filter(name ->
                        present.containsKey(name) && !wanted.key().contains(name) && hidden.areInClear(name, former))
                .toList();
        inClear.forEach(name -> clear(handle, wanted.name(), name));
        boolean lacksValues = !inClear.isEmpty()
                || added.stream().anyMatch(column -> !column.isOwn())
                || columns.stream().anyMatch(column -> isShownAgain(column, former, hidden));
        columns.addAll(removed);
        return new Brought(wanted.with(any -> columns), hidden, lacksValues);
    }

    /** Whether people call the field of a column otherwise now. */
    private static boolean isRenamed(TableColumn column, Map<String, Present> present, ModuleTable wanted) {
        Present there = present.get(column.name());
        return there != null
                && !column.comment().isEmpty()
                && !column.comment().equals(there.comment())
                && !wanted.key().contains(column.name());
    }

    /** Values are also in the errors of rows, which the fill writes again. */
    private void clear(Handle handle, String table, String column) {
        handle.execute(database.dialect()
                .withNames("update {" + table + "} set {" + column + "} = null, {" + ModuleTable.ERRORS
                        + "} = null where {" + column + "} is not null or {" + ModuleTable.ERRORS + "} is not null"));
    }

    /** Whether a column was blocked or hashed, and is not any more. */
    private static boolean isShownAgain(TableColumn column, Set<String> former, HiddenColumns hidden) {
        boolean wasHashed = former.contains(HiddenColumns.mark(column.name()));
        return !column.isOwn()
                && !former.isEmpty()
                && (!former.contains(column.name())
                        || wasHashed && !hidden.hashed().contains(column.name()));
    }

    /** Rows of states have another key than those of records. */
    private void requireMode(ModuleTable wanted, Set<String> present) {
        boolean wantsStates = wanted.key().contains(ModuleTable.VALID_FROM);
        if (wantsStates != present.contains(ModuleTable.VALID_FROM)) {
            throw new TableException(
                    Cause.TABLE,
                    "The table " + wanted.name() + " of the database '" + database.name() + "' was made "
                            + (wantsStates ? "without" : "with")
                            + " 'mode: history', which cannot be changed; set 'mode' back, drop the table, or name another"
                            + " database.");
        }
    }

    private void create(Handle handle, ModuleTable table) {
        Dialect dialect = database.dialect();
        handle.execute("create table " + dialect.quoted(table.name()) + " ("
                + table.columns().stream()
                        .map(column ->
                                dialect.declared(column) + (table.key().contains(column.name()) ? " not null" : ""))
                        .collect(Collectors.joining(", "))
                + ", primary key ("
                + table.key().stream().map(dialect::quoted).collect(Collectors.joining(", ")) + "))");
        dialect.comments(table.name(), table.columns()).forEach(handle::execute);
    }

    private void add(Handle handle, String table, TableColumn column) {
        Dialect dialect = database.dialect();
        handle.execute("alter table " + dialect.quoted(table) + " add column " + dialect.declared(column));
        dialect.comments(table, List.of(column)).forEach(handle::execute);
    }

    /**
     * A column that is there.
     *
     * @param type empty for one that is none of ours
     */
    private record Present(Optional<ColumnType> type, String comment) {}

    /** Columns by name; none if there is no such table. */
    private Map<String, Present> columns(Handle handle, String table) {
        Connection connection = handle.getConnection();
        Map<String, Present> columns = new LinkedHashMap<>();
        try {
            DatabaseMetaData metadata = connection.getMetaData();
            String pattern = table.replace("_", metadata.getSearchStringEscape() + "_");
            try (ResultSet rows = metadata.getColumns(connection.getCatalog(), connection.getSchema(), pattern, null)) {
                while (rows.next()) {
                    if (rows.getString("TABLE_NAME").equals(table)) {
                        columns.put(
                                rows.getString("COLUMN_NAME"),
                                new Present(
                                        database.dialect().type(rows),
                                        Objects.requireNonNullElse(rows.getString("REMARKS"), "")));
                    }
                }
            }
            return columns;
        } catch (SQLException e) {
            throw database.failure(e);
        }
    }

    private TableException foreign(ModuleTable table, TableColumn column) {
        return new TableException(
                Cause.TABLE,
                "The column " + table.name() + "." + column.name() + " of the database '" + database.name()
                        + "' has a type that this sync did not give it; make it "
                        + database.dialect().type(column.type()) + " again, or drop the column.");
    }

    private TableException frozen(
            ModuleTable table, List<TableColumn> added, List<TableColumn> widened, List<TableColumn> removed) {
        List<String> changes = new ArrayList<>();
        changes.addAll(added.stream()
                .map(column -> column.name() + " is missing in the table")
                .toList());
        changes.addAll(widened.stream()
                .map(column -> column.name() + " would be " + database.dialect().type(column.type()))
                .toList());
        changes.addAll(removed.stream()
                .map(column -> column.name() + " is not in the module any more")
                .toList());
        return new TableException(
                Cause.TABLE,
                "The module " + table.module() + " does not fit its table " + table.name() + " any more: "
                        + String.join(", ", changes)
                        + ". With 'schema: freeze' the sync stops here; write 'schema: evolve' to let the table follow.");
    }
}
