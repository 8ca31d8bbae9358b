package io.github.camelvtiger.routes.sync.rows;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Values as the text of one cell. */
final class ValueText {

    /** As CRMs and spreadsheets write it, without the T of ISO 8601. */
    private static final DateTimeFormatter DATE_TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");

    private final String list;

    /** @param list what separates the values of a list */
    ValueText(String list) {
        this.list = list;
    }

    /** Empty for null. Lists of maps and maps, such as the line items of an order, are JSON. */
    String of(Object value) {
        if (value == null) {
            return "";
        }
        if (value instanceof Object[] array) {
            return of(Arrays.asList(array));
        }
        if (value instanceof Map) {
            return JsonText.of(value);
        }
        if (value instanceof Collection<?> values) {
            return values.stream().allMatch(ValueText::isScalar)
                    ? values.stream().map(this::of).collect(Collectors.joining(list))
                    : JsonText.of(List.copyOf(values));
        }
        return scalar(value);
    }

    static boolean isScalar(Object value) {
        return !(value instanceof Map || value instanceof Collection || value instanceof Object[]);
    }

    private static String scalar(Object value) {
        if (value instanceof BigDecimal number) {
            return number.toPlainString();
        }
        if (value instanceof LocalDateTime time) {
            return DATE_TIME.format(time);
        }
        return value instanceof LocalTime time ? TIME.format(time) : value.toString();
    }
}
