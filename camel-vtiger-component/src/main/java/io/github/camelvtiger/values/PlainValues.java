package io.github.camelvtiger.values;

import io.github.camelvtiger.names.NearestNames;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.Arrays;
import java.util.Calendar;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Java values as text, where the type of the field asks for no form of its own. */
final class PlainValues {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

    private final JavaTimes times;

    PlainValues(JavaTimes times) {
        this.times = times;
    }

    /** What JSON has of its own stays: text, numbers, booleans, Maps, Lists; times, ids, enums become text. */
    Object of(Object value) {
        Object given = value instanceof Optional<?> optional ? optional.orElse(null) : value;
        if (given == null
                || given instanceof String
                || given instanceof Boolean
                || given instanceof Number
                || given instanceof Map
                || given instanceof Collection
                || given instanceof Object[]) {
            return given;
        }
        return text(given);
    }

    /** @throws IllegalArgumentException for several values, with a reason */
    String text(Object value) {
        if (value instanceof Number number) {
            return NumberText.of(number).toPlainString();
        }
        if (value instanceof java.sql.Time || value instanceof java.sql.Date) {
            return value.toString();
        }
        if (value instanceof Date || value instanceof Calendar) {
            return times.moment(value).map(MOMENT::format).orElseThrow();
        }
        if (value instanceof TemporalAccessor) {
            return value instanceof java.time.LocalDate || value instanceof java.time.LocalTime
                    ? value.toString()
                    : times.moment(value).map(MOMENT::format).orElseGet(value::toString);
        }
        if (value instanceof Map<?, ?> record && record.get("id") != null) {
            return record.get("id").toString();
        }
        if (value instanceof Map || value instanceof Collection || value instanceof Object[]) {
            throw new IllegalArgumentException("has several values, of which it holds one; give a text");
        }
        return value.toString();
    }

    /** An enum's constant is the value of the list that it is called after. */
    String choice(Object value, List<String> known) {
        if (value instanceof Enum<?> constant) {
            return Stream.of(constant.toString(), constant.name())
                    .flatMap(name -> known.stream().filter(choice -> isCalled(choice, name)))
                    .findFirst()
                    .orElseGet(constant::toString);
        }
        return text(value);
    }

    private static boolean isCalled(String choice, String name) {
        return choice.equals(name) || NearestNames.folded(choice).equals(NearestNames.folded(name));
    }

    /** One value, or a Collection or array of values. */
    String choices(Object value, List<String> known) {
        if (value instanceof Collection<?> several) {
            return MultiPicklistText.joined(several.stream().map(one -> choice(one, known)));
        }
        if (value instanceof Object[] several) {
            return MultiPicklistText.joined(Arrays.stream(several).map(one -> choice(one, known)));
        }
        return value instanceof CharSequence text
                ? MultiPicklistText.normal(text.toString(), known)
                : choice(value, known);
    }
}
