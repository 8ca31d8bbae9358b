package io.github.camelvtiger.routes.sync.staging;

import io.github.camelvtiger.routes.sync.definition.Source;
import io.github.camelvtiger.routes.sync.run.StagedRowsException;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A table as the database describes it, and the columns in which the state of its rows is noted. Names are compared whatever their
 * case, and quoted as the database has them.
 *
 * @param table quoted
 * @param data the columns of a row, those of its key among them, but not those of its state
 * @param key what tells one row from another
 */
record StagingLayout(
        String table,
        List<StagingColumn> data,
        List<StagingColumn> key,
        StagingColumn status,
        StagingColumn id,
        StagingColumn error) {

    private static final Set<String> OF_DATABASES =
            Set.of("information_schema", "pg_catalog", "mysql", "performance_schema", "sys");

    /** A table of a schema. */
    private record Found(String catalog, String schema, String name) {

        Stream<String> parts() {
            return Stream.of(schema, name).filter(part -> part != null && !part.isEmpty());
        }
    }

    /** @throws StagedRowsException if there is no such table, or it lacks what the sync needs */
    static StagingLayout of(Connection connection, Source.Table wanted) throws SQLException {
        DatabaseMetaData metadata = connection.getMetaData();
        String quote = metadata.getIdentifierQuoteString().trim();
        Found table = table(connection, metadata, wanted);
        List<StagingColumn> columns = columns(metadata, table, quote);
        String name = wanted.label();
        List<StagingColumn> key = key(metadata, table, wanted, columns);
        List<String> states = List.of(wanted.status(), wanted.id(), wanted.error());
        List<String> missing =
                states.stream().filter(state -> find(columns, state).isEmpty()).toList();
        if (!missing.isEmpty()) {
            throw new StagedRowsException(
                    "The " + name + " has no column " + String.join(", ", missing)
                            + ", in which the sync notes what became of a row; name others by 'status', 'id' and 'error', or"
                            + " add: " + alter(table, missing, wanted, quote),
                    false);
        }
        List<StagingColumn> noted =
                states.stream().map(state -> find(columns, state).orElseThrow()).toList();
        noted.stream().filter(column -> !column.isText()).findFirst().ifPresent(column -> {
            throw new StagedRowsException(
                    "The column " + column.name() + " of the " + name + " is of type " + column.typeName()
                            + ", but the sync writes text into it; name another one by 'status', 'id' or 'error'.",
                    false);
        });
        return new StagingLayout(
                table.parts().map(part -> StagingColumn.quoted(part, quote)).collect(Collectors.joining(".")),
                columns.stream()
                        .filter(column -> !noted.contains(column) && !column.isBinary())
                        .toList(),
                key,
                noted.get(0),
                noted.get(1),
                noted.get(2));
    }

    private static String alter(Found table, List<String> missing, Source.Table wanted, String quote) {
        String name = table.parts().collect(Collectors.joining("."));
        return missing.stream()
                .map(column -> "ALTER TABLE " + name + " ADD COLUMN " + column + " VARCHAR("
                        + (column.equals(wanted.error()) ? "1000" : "20") + ")")
                .collect(Collectors.joining("; ", "", "."));
    }

    private static Found table(Connection connection, DatabaseMetaData metadata, Source.Table wanted)
            throws SQLException {
        String[] parts = wanted.name().split("\\.", 2);
        String name = parts[parts.length - 1];
        Optional<String> schema = parts.length == 2 ? Optional.of(parts[0]) : Optional.empty();
        List<Found> found = new ArrayList<>();
        try (ResultSet tables = metadata.getTables(connection.getCatalog(), null, "%", null)) {
            while (tables.next()) {
                Found each = new Found(
                        tables.getString("TABLE_CAT"), tables.getString("TABLE_SCHEM"), tables.getString("TABLE_NAME"));
                if (each.name().equalsIgnoreCase(name) && isMeant(each, schema)) {
                    found.add(each);
                }
            }
        }
        String own = connection.getSchema();
        return found.stream()
                .filter(each -> found.size() == 1
                        || each.schema() == null
                        || each.schema().equals(own))
                .findFirst()
                .orElseThrow(() -> new StagedRowsException(
                        found.isEmpty()
                                ? "There is no table " + wanted.name() + " in the database " + wanted.source()
                                        + "; create it, or correct 'name' in the sync file."
                                : "There are tables " + wanted.name() + " in several schemas of the database "
                                        + wanted.source() + "; write SCHEMA." + name + " in 'name'.",
                        false));
    }

    private static boolean isMeant(Found table, Optional<String> schema) {
        String own = table.schema() == null ? "" : table.schema();
        return schema.map(own::equalsIgnoreCase).orElse(!OF_DATABASES.contains(own.toLowerCase(Locale.ROOT)));
    }

    private static List<StagingColumn> columns(DatabaseMetaData metadata, Found table, String quote)
            throws SQLException {
        List<StagingColumn> columns = new ArrayList<>();
        try (ResultSet described = metadata.getColumns(
                table.catalog(), table.schema(), literal(table.name(), metadata.getSearchStringEscape()), "%")) {
            while (described.next()) {
                if (described.getString("TABLE_NAME").equals(table.name())) {
                    columns.add(new StagingColumn(
                            described.getString("COLUMN_NAME"),
                            quote,
                            described.getInt("DATA_TYPE"),
                            described.getString("TYPE_NAME"),
                            described.getInt("COLUMN_SIZE")));
                }
            }
        }
        return columns;
    }

    /** A pattern that means a name only. */
    private static String literal(String name, String escape) {
        return name.replace(escape, escape + escape).replace("_", escape + "_").replace("%", escape + "%");
    }

    private static List<StagingColumn> key(
            DatabaseMetaData metadata, Found table, Source.Table wanted, List<StagingColumn> columns)
            throws SQLException {
        List<String> names = wanted.key();
        if (names.isEmpty()) {
            TreeMap<Integer, String> primary = new TreeMap<>();
            try (ResultSet keys = metadata.getPrimaryKeys(table.catalog(), table.schema(), table.name())) {
                while (keys.next()) {
                    primary.put(keys.getInt("KEY_SEQ"), keys.getString("COLUMN_NAME"));
                }
            }
            names = List.copyOf(primary.values());
        }
        if (names.isEmpty()) {
            throw new StagedRowsException(
                    "The " + wanted.label()
                            + " has no primary key, so no row can be told from another; add one, or name columns that do it"
                            + " by 'key'.",
                    false);
        }
        List<StagingColumn> key = new ArrayList<>();
        for (String name : names) {
            key.add(find(columns, name)
                    .orElseThrow(() -> new StagedRowsException(
                            "The " + wanted.label() + " has no column " + name + "; correct 'key' in the sync file.",
                            false)));
        }
        return key;
    }

    private static Optional<StagingColumn> find(List<StagingColumn> columns, String name) {
        return columns.stream()
                .filter(column -> column.name().equals(name))
                .findFirst()
                .or(() -> columns.stream()
                        .filter(column -> column.name().equalsIgnoreCase(name))
                        .findFirst());
    }

    /** Which row it is, for a statement with a parameter for each column of the key. */
    String isTheRow() {
        return key.stream().map(column -> column.quoted() + " = ?").collect(Collectors.joining(" and "));
    }

    /** Rows in one of some states, in small letters. */
    String isIn(List<String> states) {
        return "lower(" + status.quoted() + ") in ("
                + states.stream().map(state -> "'" + state + "'").collect(Collectors.joining(", ")) + ")";
    }

    /** The statement that reads the rows in some states, or in none yet, in the order of their keys. */
    String select(List<String> states) {
        return "select " + columns(data) + " from " + table + " where " + isWaiting(states) + " order by "
                + columns(key);
    }

    String isWaiting(List<String> states) {
        return "(" + status.quoted() + " is null or " + status.quoted() + " = '' or " + isIn(states) + ")";
    }

    private static String columns(List<StagingColumn> columns) {
        return columns.stream().map(StagingColumn::quoted).collect(Collectors.joining(", "));
    }
}
