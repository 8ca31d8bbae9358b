package io.github.camelvtiger.routes.sync.table;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What databases write and do differently. */
enum Dialect {
    H2,
    POSTGRESQL,
    /** MariaDB as well. */
    MYSQL;

    /** H2 has no text without an end; of this length the metadata of all databases are, for texts that have none. */
    private static final int ENDLESS = 1_000_000;

    private static final Pattern NAME = Pattern.compile("\\{(\\w+)}");

    /** @throws IllegalArgumentException if the database is another one */
    static Dialect of(Connection connection) throws SQLException {
        String product = connection.getMetaData().getDatabaseProductName();
        return switch (product) {
            case "H2" -> H2;
            case "PostgreSQL" -> POSTGRESQL;
            case "MySQL", "MariaDB" -> MYSQL;
            default ->
                throw new IllegalArgumentException("The database is " + product
                        + ", and tables are written to PostgreSQL, MariaDB, MySQL and H2 only.");
        };
    }

    String quoted(String name) {
        return this == MYSQL ? "`" + name + "`" : '"' + name + '"';
    }

    /** A statement with the names in it that are in braces. */
    String withNames(String statement) {
        return NAME.matcher(statement).replaceAll(found -> Matcher.quoteReplacement(quoted(found.group(1))));
    }

    String type(ColumnType type) {
        return switch (type.kind()) {
            case TEXT ->
                type.length() > 0
                        ? "varchar(" + type.length() + ")"
                        : switch (this) {
                            case H2 -> "character large object";
                            case POSTGRESQL -> "text";
                            case MYSQL -> "longtext";
                        };
            case INTEGER -> "bigint";
            case DECIMAL -> "decimal(" + ColumnType.DIGITS + ", " + ColumnType.DECIMALS + ")";
            case BOOLEAN -> "boolean";
            case DATE -> "date";
            case TIME -> "time";
            case TIMESTAMP -> this == MYSQL ? "datetime" : "timestamp(0) with time zone";
        };
    }

    /**
     * The type of a column that is there; empty for one that is none of ours.
     *
     * @param columns of {@link java.sql.DatabaseMetaData#getColumns}
     */
    Optional<ColumnType> type(ResultSet columns) throws SQLException {
        int size = columns.getInt("COLUMN_SIZE");
        String name = columns.getString("TYPE_NAME");
        ColumnType type =
                switch (columns.getInt("DATA_TYPE")) {
                    case Types.CHAR, Types.VARCHAR, Types.NVARCHAR, Types.LONGVARCHAR, Types.CLOB ->
                        size >= ENDLESS || size <= 0 ? ColumnType.TEXT : ColumnType.text(size);
                    case Types.BIGINT -> ColumnType.INTEGER;
                    case Types.DECIMAL, Types.NUMERIC -> ColumnType.DECIMAL;
                    case Types.BIT, Types.BOOLEAN -> ColumnType.BOOLEAN;
                    case Types.TINYINT -> this == MYSQL ? ColumnType.BOOLEAN : null;
                    case Types.DATE -> ColumnType.DATE;
                    case Types.TIME -> ColumnType.TIME;
                    case Types.TIMESTAMP, Types.TIMESTAMP_WITH_TIMEZONE -> isOfUtc(name) ? ColumnType.TIMESTAMP : null;
                    default -> null;
                };
        return Optional.ofNullable(type);
    }

    private boolean isOfUtc(String type) {
        return switch (this) {
            case H2 -> type.contains("WITH TIME ZONE");
            case POSTGRESQL -> type.equals("timestamptz");
            case MYSQL -> type.equals("DATETIME");
        };
    }

    /** A column as it is declared. */
    String declared(TableColumn column) {
        return quoted(column.name()) + " " + type(column.type())
                + (this == POSTGRESQL || column.comment().isEmpty() ? "" : " comment " + literal(column.comment()));
    }

    /** Statements behind that which makes a column or a table. */
    List<String> comments(String table, List<TableColumn> columns) {
        return this != POSTGRESQL
                ? List.of()
                : columns.stream()
                        .filter(column -> !column.comment().isEmpty())
                        .map(column -> comment(table, column))
                        .toList();
    }

    /** A column that is there gets another comment, and stays as it is. */
    String commented(String table, TableColumn column) {
        return this == MYSQL ? retyped(table, column) : comment(table, column);
    }

    private String comment(String table, TableColumn column) {
        return "comment on column " + quoted(table) + "." + quoted(column.name()) + " is " + literal(column.comment());
    }

    /** A column gets another type, and keeps its values. */
    String retyped(String table, TableColumn column) {
        String name = quoted(column.name());
        String alter = "alter table " + quoted(table);
        return switch (this) {
            case H2 -> alter + " alter column " + name + " set data type " + type(column.type());
            case POSTGRESQL ->
                alter + " alter column " + name + " type " + type(column.type()) + " using " + name + "::"
                        + type(column.type());
            case MYSQL -> alter + " modify column " + declared(column);
        };
    }

    /** Inserts rows, or changes those that have the same key. */
    String upsert(String table, List<String> key, List<String> columns) {
        String names = columns.stream().map(this::quoted).collect(Collectors.joining(", "));
        String values = IntStream.range(0, columns.size()).mapToObj(i -> "?").collect(Collectors.joining(", "));
        String keys = key.stream().map(this::quoted).collect(Collectors.joining(", "));
        String into = " into " + quoted(table) + " (" + names + ")";
        List<String> others =
                columns.stream().filter(column -> !key.contains(column)).toList();
        return switch (this) {
            case H2 -> "merge" + into + " key (" + keys + ") values (" + values + ")";
            case POSTGRESQL ->
                "insert" + into + " values (" + values + ") on conflict (" + keys + ") do "
                        + (others.isEmpty()
                                ? "nothing"
                                : "update set "
                                        + others.stream()
                                                .map(column -> quoted(column) + " = excluded." + quoted(column))
                                                .collect(Collectors.joining(", ")));
            case MYSQL ->
                "insert" + into + " values (" + values + ") on duplicate key update "
                        + (others.isEmpty() ? key : others)
                                .stream()
                                        .map(column -> quoted(column) + " = values(" + quoted(column) + ")")
                                        .collect(Collectors.joining(", "));
        };
    }

    /** A value as the driver takes it. */
    Object bound(Object value) {
        if (value instanceof Instant time) {
            // As long as the column is, which one database would round and another one cut off.
            Instant instant = time.truncatedTo(ChronoUnit.SECONDS);
            return this == MYSQL ? LocalDateTime.ofInstant(instant, ZoneOffset.UTC) : instant.atOffset(ZoneOffset.UTC);
        }
        return value;
    }

    /** A value as {@link ColumnType#fitted} gives it. */
    Object read(ResultSet row, int index, ColumnType type) throws SQLException {
        return switch (type.kind()) {
            case TEXT -> row.getString(index);
            case INTEGER -> row.getObject(index, Long.class);
            case DECIMAL -> type.fitted(row.getBigDecimal(index));
            case BOOLEAN -> row.getObject(index, Boolean.class);
            case DATE -> row.getObject(index, java.time.LocalDate.class);
            case TIME -> row.getObject(index, java.time.LocalTime.class);
            case TIMESTAMP -> instant(row, index);
        };
    }

    Instant instant(ResultSet row, int index) throws SQLException {
        if (this == MYSQL) {
            LocalDateTime time = row.getObject(index, LocalDateTime.class);
            return time == null ? null : time.toInstant(ZoneOffset.UTC);
        }
        OffsetDateTime time = row.getObject(index, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    private String literal(String text) {
        String doubled = text.replace("'", "''");
        return "'" + (this == MYSQL ? doubled.replace("\\", "\\\\") : doubled) + "'";
    }
}
