package io.github.camelvtiger.values;

import io.github.camelvtiger.client.RecordId;
import io.github.camelvtiger.names.NearestNames;
import java.lang.reflect.Array;
import java.math.BigDecimal;
import java.math.MathContext;
import java.net.URI;
import java.net.URL;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAmount;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;

/**
 * Java values in the CRM's form if the type of the field asks for no other, the same for records, POJOs and bound queries.
 * What has none is refused, since its {@code toString} would be stored: bytes, streams, objects of the application.
 */
final class ValueForms {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");

    /** What an ordinary text column holds. */
    private static final int MOST_DIGITS = 255;

    private final JavaTimes times;

    ValueForms(JavaTimes times) {
        this.times = times;
    }

    /** What is inside an Optional or a holder; null for nothing. */
    static Object unwrapped(Object value) {
        if (value instanceof Optional<?> optional) {
            return unwrapped(optional.orElse(null));
        }
        if (value instanceof AtomicReference<?> reference) {
            return unwrapped(reference.get());
        }
        if (value instanceof AtomicBoolean flag) {
            return flag.get();
        }
        if (value instanceof OptionalInt number) {
            return number.isPresent() ? number.getAsInt() : null;
        }
        if (value instanceof OptionalLong number) {
            return number.isPresent() ? number.getAsLong() : null;
        }
        if (value instanceof OptionalDouble number) {
            return number.isPresent() ? number.getAsDouble() : null;
        }
        return value instanceof Character || value instanceof CharSequence ? value.toString() : value;
    }

    /** Whether JSON has the value itself: a text, a number, a boolean. */
    static boolean isScalar(Object value) {
        return value instanceof String || value instanceof Boolean || value instanceof Number;
    }

    /** The elements of a Collection or an array; bytes and characters are the contents of something, not a list. */
    static Optional<List<Object>> elements(Object value) {
        if (value instanceof Collection<?> collection) {
            return Optional.of(new ArrayList<>(collection));
        }
        if (value == null || !value.getClass().isArray() || value instanceof byte[] || value instanceof char[]) {
            return Optional.empty();
        }
        List<Object> elements = new ArrayList<>();
        for (int i = 0; i < Array.getLength(value); i++) {
            elements.add(Array.get(value, i));
        }
        return Optional.of(elements);
    }

    /**
     * For a field that is not described: text, numbers and booleans as they are, other values as text.
     *
     * @throws NoFormException for what has none
     */
    Object of(Object value) {
        Object given = unwrapped(value);
        if (given instanceof Number number) {
            BigDecimal finite = finite(number);
            return number.getClass().getName().startsWith("java.util.concurrent") ? finite : number;
        }
        return given == null || isScalar(given) ? given : text(given);
    }

    /**
     * The items of an order, each a Map of plain values.
     *
     * @throws NoFormException for anything else
     */
    List<Map<String, Object>> items(Object value) {
        List<Map<String, Object>> items = new ArrayList<>();
        for (Object element : elements(unwrapped(value)).orElseThrow(() -> notItems(value))) {
            if (!(element instanceof Map<?, ?> item)) {
                throw notItems(element);
            }
            Map<String, Object> plain = new LinkedHashMap<>();
            item.forEach((name, content) -> plain.put(String.valueOf(name), itemValue(String.valueOf(name), content)));
            items.add(plain);
        }
        return items;
    }

    private Object itemValue(String name, Object value) {
        Object given = unwrapped(value);
        try {
            return given instanceof Map<?, ?> ? reference(given) : of(given);
        } catch (NoFormException noForm) {
            throw new NoFormException("has an item whose " + name + " " + noForm.getMessage());
        }
    }

    private static NoFormException notItems(Object value) {
        return new NoFormException(
                "must be a List of Maps, one for each item, and not of the Java type " + NoFormException.typeOf(value));
    }

    /** The id of a record that is given as a Map, else as {@link #text}. */
    String reference(Object value) {
        return value instanceof Map<?, ?> record && unwrapped(record.get("id")) != null
                ? text(unwrapped(record.get("id")))
                : text(value);
    }

    /**
     * @throws NoFormException for what has none
     */
    String text(Object value) {
        if (value instanceof Number number) {
            return plain(finite(number));
        }
        if (value instanceof java.sql.Date || value instanceof LocalDate) {
            return times.day(value).map(LocalDate::toString).orElseThrow();
        }
        Optional<String> moment = times.moment(value).map(MOMENT::format);
        if (moment.isPresent()) {
            return moment.get();
        }
        return times.time(value).map(TIME::format).orElseGet(() -> name(value));
    }

    /** What is called by its {@code toString}. */
    private static String name(Object value) {
        boolean named = value instanceof CharSequence
                || value instanceof Boolean
                || value instanceof Enum
                || value instanceof RecordId
                || value instanceof UUID
                || value instanceof URI
                || value instanceof URL
                || value instanceof Locale
                || value instanceof Currency
                || value instanceof ZoneId
                || value instanceof Year
                || value instanceof YearMonth
                || value instanceof MonthDay
                || value instanceof TemporalAmount;
        if (!named) {
            throw NoFormException.of(value);
        }
        return value.toString();
    }

    /** PHP reads a number of JSON as a double: of what lies beyond, the server would keep an empty text. */
    private static BigDecimal finite(Number number) {
        BigDecimal exact = exact(number);
        if (Double.isInfinite(exact.doubleValue())) {
            throw new NoFormException("is " + exact.round(MathContext.DECIMAL32)
                    + ", which is beyond the numbers that the CRM can read; give a text");
        }
        return exact;
    }

    private static BigDecimal exact(Number number) {
        if (number instanceof BigDecimal decimal) {
            return decimal;
        }
        double approximate = number.doubleValue();
        if (Double.isNaN(approximate)
                || Double.isInfinite(approximate) && (number instanceof Double || number instanceof Float)) {
            throw new NoFormException(
                    "is " + number + ", which is not a finite number; leave the field out or give a number");
        }
        try {
            return new BigDecimal(number.toString());
        } catch (NumberFormatException notWritten) {
            throw NoFormException.of(number);
        }
    }

    private static String plain(BigDecimal number) {
        if ((long) number.precision() - number.scale() > MOST_DIGITS || number.scale() > MOST_DIGITS) {
            throw new NoFormException("is " + number.round(MathContext.DECIMAL32)
                    + ", which has more digits than a field holds; give a text");
        }
        return number.toPlainString();
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
        Optional<List<Object>> several = elements(value);
        if (several.isPresent()) {
            return MultiPicklistText.joined(
                    several.get().stream().map(ValueForms::unwrapped).map(one -> {
                        if (one == null) {
                            throw new NoFormException("has no value at one place of its List; leave it out");
                        }
                        return choice(one, known);
                    }));
        }
        return value instanceof CharSequence text
                ? MultiPicklistText.normal(text.toString(), known)
                : choice(value, known);
    }
}
