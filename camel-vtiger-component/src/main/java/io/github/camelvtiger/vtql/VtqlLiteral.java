package io.github.camelvtiger.vtql;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Objects;
import java.util.stream.Collectors;

/** Writes values as VTQL reads them ({@code webservice.md §7}). */
public final class VtqlLiteral {

    private static final DateTimeFormatter DATE_TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").withZone(ZoneOffset.UTC);

    private VtqlLiteral() {}

    /**
     * A text in quotes; booleans are 1 and 0, an Instant is UTC, a Collection is its values with commas between them.
     *
     * @throws IllegalArgumentException for an empty text or Collection, or a null in one, which VTQL can't express
     */
    public static String of(Object value) {
        if (value instanceof Collection<?> values) {
            if (values.isEmpty()) {
                throw new IllegalArgumentException("is an empty List; IN needs at least one value");
            }
            if (values.stream().anyMatch(Objects::isNull)) {
                throw new IllegalArgumentException("has no value at one place of its List; leave it out");
            }
            return values.stream().map(VtqlLiteral::of).collect(Collectors.joining(", "));
        }
        String text = text(value);
        if (text.isEmpty()) {
            throw new IllegalArgumentException(
                    "is an empty text, which VTQL can't express; ' ' (one space) finds empty fields");
        }
        return "'" + text.replace("\\", "\\\\").replace("'", "''") + "'";
    }

    private static String text(Object value) {
        if (value instanceof Boolean flag) {
            return flag ? "1" : "0";
        }
        if (value instanceof Instant instant) {
            return DATE_TIME.format(instant);
        }
        if (value instanceof BigDecimal decimal) {
            return decimal.toPlainString();
        }
        return String.valueOf(value);
    }
}
