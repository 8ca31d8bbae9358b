package io.github.camelvtiger.routes.sync.staging;

import java.math.BigDecimal;
import java.sql.Array;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A column of a table.
 *
 * @param name as the database has it
 * @param quote what it puts names into
 * @param type of {@link Types}
 * @param typeName as the database calls the type
 * @param size the most characters of a text
 */
record StagingColumn(String name, String quote, int type, String typeName, int size) {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

    /** A key has all digits of a fraction, so that it finds its row again; fields of a CRM have none. */
    private static final DateTimeFormatter EXACT = new DateTimeFormatterBuilder()
            .append(MOMENT)
            .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
            .toFormatter(Locale.ROOT);

    String quoted() {
        return quoted(name, quote);
    }

    /** A name as a statement has it. */
    static String quoted(String name, String quote) {
        return quote.isEmpty() ? name : quote + name.replace(quote, quote + quote) + quote;
    }

    boolean isText() {
        return switch (type) {
            case Types.CHAR,
                    Types.VARCHAR,
                    Types.LONGVARCHAR,
                    Types.NCHAR,
                    Types.NVARCHAR,
                    Types.LONGNVARCHAR,
                    Types.CLOB,
                    Types.NCLOB -> true;
            default -> false;
        };
    }

    /** Fields do not hold bytes. */
    boolean isBinary() {
        return !isCalled("uuid")
                && switch (type) {
                    case Types.BINARY, Types.VARBINARY, Types.LONGVARBINARY, Types.BLOB -> true;
                    default -> false;
                };
    }

    private boolean isCalled(String type) {
        return typeName.toLowerCase(Locale.ROOT).startsWith(type);
    }

    /**
     * The value of a row as a cell: text, number or boolean; a list of an array; days and times as ISO 8601 text, those with an offset
     * in UTC. SQL's null says nothing, as an empty cell of a file does.
     *
     * @param ofKey whether the row is found by it
     */
    Object cell(ResultSet row, int index, boolean ofKey) throws SQLException {
        Object value = value(row, index, ofKey ? EXACT : MOMENT);
        return value == null || row.wasNull() ? "" : value;
    }

    private Object value(ResultSet row, int index, DateTimeFormatter format) throws SQLException {
        if (isCalled("timestamptz") || type == Types.TIMESTAMP_WITH_TIMEZONE) {
            OffsetDateTime moment = row.getObject(index, OffsetDateTime.class);
            return moment == null
                    ? null
                    : moment.withOffsetSameInstant(ZoneOffset.UTC).format(format) + "Z";
        }
        return switch (type) {
            case Types.TINYINT, Types.SMALLINT, Types.INTEGER, Types.BIGINT -> row.getLong(index);
            case Types.NUMERIC, Types.DECIMAL -> row.getBigDecimal(index);
            case Types.REAL, Types.FLOAT, Types.DOUBLE -> number(row.getDouble(index));
            case Types.BIT, Types.BOOLEAN -> isCalled("bit") && size > 1 ? row.getString(index) : bool(row, index);
            case Types.DATE -> text(row.getObject(index, LocalDate.class));
            case Types.TIME -> text(row.getObject(index, LocalTime.class));
            case Types.TIMESTAMP -> {
                LocalDateTime moment = row.getObject(index, LocalDateTime.class);
                yield moment == null ? null : moment.format(format);
            }
            // Filled up with spaces, which are not part of it.
            case Types.CHAR, Types.NCHAR -> stripped(row.getString(index));
            case Types.ARRAY -> list(row.getArray(index));
            default -> row.getString(index);
        };
    }

    private static Object bool(ResultSet row, int index) throws SQLException {
        return row.getBoolean(index);
    }

    private static Object stripped(String text) {
        return text == null ? null : text.stripTrailing();
    }

    private static Object number(double value) {
        return Double.isFinite(value) ? BigDecimal.valueOf(value) : Double.toString(value);
    }

    private static Object text(Object time) {
        return time == null ? null : time.toString();
    }

    private static Object list(Array array) throws SQLException {
        if (array == null) {
            return null;
        }
        List<String> values = new ArrayList<>();
        for (Object value : (Object[]) array.getArray()) {
            values.add(String.valueOf(value));
        }
        return values;
    }

    /** Sets a parameter to what {@link #cell} read. */
    void set(PreparedStatement statement, int index, Object cell) throws SQLException {
        if (isText()) {
            statement.setString(index, String.valueOf(cell));
        } else {
            statement.setObject(index, cell, isCalled("uuid") ? Types.OTHER : type);
        }
    }

    /** A text that fits. */
    String fitting(String text) {
        return size > 0 && text.length() > size ? text.substring(0, size) : text;
    }
}
