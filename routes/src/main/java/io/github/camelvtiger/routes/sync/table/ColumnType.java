package io.github.camelvtiger.routes.sync.table;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;

/**
 * What a column holds.
 *
 * @param length of a text, in characters; 0 where it has no end that matters
 */
public record ColumnType(Kind kind, int length) {

    /** What kinds there are, and which Java values are theirs. */
    public enum Kind {
        /** {@link String} */
        TEXT,
        /** {@link Long} */
        INTEGER,
        /** {@link BigDecimal} without trailing zeros, of {@value #DIGITS} digits, {@value #DECIMALS} of them behind the point. */
        DECIMAL,
        /** {@link Boolean} */
        BOOLEAN,
        /** {@link LocalDate} */
        DATE,
        /** {@link LocalTime} */
        TIME,
        /** {@link Instant} */
        TIMESTAMP
    }

    static final int DIGITS = 38;
    static final int DECIMALS = 10;

    static final ColumnType TEXT = new ColumnType(Kind.TEXT, 0);
    static final ColumnType ID = text(32);
    static final ColumnType HASH = text(64);
    static final ColumnType INTEGER = new ColumnType(Kind.INTEGER, 0);
    static final ColumnType DECIMAL = new ColumnType(Kind.DECIMAL, 0);
    static final ColumnType BOOLEAN = new ColumnType(Kind.BOOLEAN, 0);
    static final ColumnType DATE = new ColumnType(Kind.DATE, 0);
    static final ColumnType TIME = new ColumnType(Kind.TIME, 0);
    static final ColumnType TIMESTAMP = new ColumnType(Kind.TIMESTAMP, 0);

    private static final List<Kind> NUMBERS = List.of(Kind.INTEGER, Kind.DECIMAL);

    static ColumnType text(int length) {
        return new ColumnType(Kind.TEXT, length);
    }

    /** The narrowest type that holds all values of both. */
    ColumnType with(ColumnType other) {
        if (equals(other)) {
            return this;
        }
        if (kind == Kind.TEXT && other.kind == Kind.TEXT) {
            return length == 0 || other.length == 0 ? TEXT : text(Math.max(length, other.length));
        }
        return NUMBERS.contains(kind) && NUMBERS.contains(other.kind) ? DECIMAL : TEXT;
    }

    /**
     * A value as the column has it; null stays null.
     *
     * @param value of any kind
     * @throws IllegalArgumentException if it does not fit, with a reason that begins with "is" or "has"
     */
    Object fitted(Object value) {
        if (value == null) {
            return null;
        }
        return switch (kind) {
            case TEXT -> fittedText(value instanceof BigDecimal number ? number.toPlainString() : value.toString());
            case INTEGER -> fittedInteger(value);
            case DECIMAL -> fittedDecimal(value);
            case BOOLEAN -> instance(value, Boolean.class, "is neither true nor false");
            case DATE -> instance(value, LocalDate.class, "is not a date");
            case TIME -> instance(value, LocalTime.class, "is not a time");
            case TIMESTAMP -> instance(value, Instant.class, "is not a date with a time");
        };
    }

    private String fittedText(String text) {
        if (text.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("has the character NUL, which not every database stores");
        }
        if (length > 0 && text.codePointCount(0, text.length()) > length) {
            throw new IllegalArgumentException("has more than " + length + " characters");
        }
        return text;
    }

    private static Long fittedInteger(Object value) {
        try {
            return decimal(value)
                    .orElseThrow(() -> new ArithmeticException("not a number"))
                    .longValueExact();
        } catch (ArithmeticException notOne) {
            throw new IllegalArgumentException("is not a whole number of at most 18 digits");
        }
    }

    private static BigDecimal fittedDecimal(Object value) {
        BigDecimal number = decimal(value)
                .map(given -> plain(given.stripTrailingZeros()))
                .orElseThrow(() -> new IllegalArgumentException("is not a number"));
        if (number.scale() > DECIMALS || number.precision() - number.scale() > DIGITS - DECIMALS) {
            throw new IllegalArgumentException("has more than " + (DIGITS - DECIMALS)
                    + " digits before the point, or more than " + DECIMALS + " behind it");
        }
        return number;
    }

    private static BigDecimal plain(BigDecimal number) {
        return number.scale() < 0 ? number.setScale(0) : number;
    }

    private static Optional<BigDecimal> decimal(Object value) {
        if (value instanceof BigDecimal number) {
            return Optional.of(number);
        }
        return value instanceof Long number ? Optional.of(BigDecimal.valueOf(number)) : Optional.empty();
    }

    private static Object instance(Object value, Class<?> type, String otherwise) {
        if (!type.isInstance(value)) {
            throw new IllegalArgumentException(otherwise);
        }
        return value;
    }
}
