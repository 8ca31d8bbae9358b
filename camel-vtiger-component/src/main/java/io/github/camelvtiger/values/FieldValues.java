package io.github.camelvtiger.values;

import io.github.camelvtiger.client.LineItems;
import io.github.camelvtiger.client.ModuleDescription.Field;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Year;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * The values of one module's fields: as the server takes them, and whether what it answers is what was wanted. The forms
 * are those of {@code webservice.md §6}; a value that could not be understood is sent as it was given.
 */
public final class FieldValues {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");

    /** They keep a moment as a day and a time of day, both UTC ({@code webservice.md §8}). */
    private static final Set<String> SPLIT_MOMENTS = Set.of("Calendar", "Events", "Emails");

    private static final BigDecimal GREATEST_INTEGER = BigDecimal.valueOf(Integer.MAX_VALUE);
    private static final BigDecimal LEAST_INTEGER = BigDecimal.valueOf(Integer.MIN_VALUE);

    private final JavaTimes times;
    private final ValueForms forms;

    /** @param zone in which {@link java.util.Date} means a day */
    public FieldValues(String module, ZoneId zone) {
        this.times = new JavaTimes(zone, SPLIT_MOMENTS.contains(module));
        this.forms = new ValueForms(times);
    }

    /** The value of a field that is not described: by its Java type only, text as it is. */
    public WireValue wire(String name, Object value) {
        try {
            return switch (name) {
                case LineItems.FIELD -> WireValue.of(value == null ? null : forms.items(value));
                // A part of an answer, which the server does not read.
                case "LineItems_FinalDetails" -> WireValue.of(value);
                default -> WireValue.of(forms.of(value));
            };
        } catch (NoFormException noForm) {
            return WireValue.refused(null, noForm.getMessage());
        }
    }

    /** @return text for every type of field; null stays null, which clears as an empty text does */
    public WireValue wire(Field field, Object value) {
        Object given = ValueForms.unwrapped(value);
        if (given == null) {
            return WireValue.of(null);
        }
        if (given instanceof String text
                && text.isBlank()
                && FieldKind.of(field).isStrict()) {
            return WireValue.of("");
        }
        try {
            return WireValue.of(form(field, given));
        } catch (NoFormException noForm) {
            return WireValue.refused(null, noForm.getMessage());
        } catch (IllegalArgumentException notUnderstood) {
            return ValueForms.isScalar(given)
                    ? WireValue.notUnderstood(given, notUnderstood.getMessage())
                    : WireValue.refused(given, notUnderstood.getMessage());
        }
    }

    private String form(Field field, Object given) {
        if (given instanceof Number number) {
            // What is not finite has no form in any field.
            forms.of(number);
        }
        return switch (FieldKind.of(field)) {
            case FLAG -> flag(given) ? "1" : "0";
            case INTEGER -> integer(given);
            case NUMBER -> number(given).toPlainString();
            case DATE -> day(given).toString();
            case MOMENT -> MOMENT.format(moment(given));
            case TIME -> TIME.format(time(given));
            case CHOICE -> forms.choice(given, field.picklistValues());
            case CHOICES -> forms.choices(given, field.picklistValues());
            case REFERENCE -> forms.reference(given);
            case TEXT -> forms.text(given);
        };
    }

    /** Whether a value has another form in a query if it is known which field it is compared with. */
    public static boolean dependsOnField(Object value) {
        Object given = ValueForms.unwrapped(value);
        return ValueForms.elements(given)
                .map(several -> several.stream().anyMatch(FieldValues::dependsOnField))
                .orElseGet(() -> given != null && !ValueForms.isScalar(given));
    }

    /**
     * A value that a query compares with: a text, or a List of texts; null for none. Text is as it is, so that it can be
     * a pattern; all else has the form that a record would have.
     *
     * @param field that it is compared with; empty if it is not known
     * @throws IllegalArgumentException for what has no form, with a reason
     */
    public Object compared(Optional<Field> field, Object value) {
        Object given = ValueForms.unwrapped(value);
        Optional<List<Object>> several = ValueForms.elements(given);
        if (several.isPresent()) {
            List<Object> forms = new ArrayList<>();
            several.get().forEach(one -> forms.add(comparedOne(field, ValueForms.unwrapped(one))));
            return forms;
        }
        return comparedOne(field, given);
    }

    /**
     * A parameter of an operation: what JSON has of its own, and of other values the text that a record would hold.
     *
     * @throws IllegalArgumentException for what has no form, with a reason
     */
    public Object parameter(Object value) {
        Object given = ValueForms.unwrapped(value);
        if (given instanceof Map<?, ?> structure) {
            Map<String, Object> plain = new LinkedHashMap<>();
            structure.forEach((name, content) -> plain.put(String.valueOf(name), parameter(content)));
            return plain;
        }
        Optional<List<Object>> several = ValueForms.elements(given);
        if (several.isPresent()) {
            List<Object> plain = new ArrayList<>();
            several.get().forEach(one -> plain.add(parameter(one)));
            return plain;
        }
        return forms.of(given);
    }

    /**
     * A value that becomes part of a text: the text that a field would hold; null for none.
     *
     * @throws IllegalArgumentException for what has no form, with a reason
     */
    public String text(Object value) {
        Object given = ValueForms.unwrapped(value);
        return given == null ? null : forms.text(given);
    }

    private String comparedOne(Optional<Field> field, Object value) {
        if (value == null || value instanceof String) {
            return (String) value;
        }
        if (value instanceof Boolean flag) {
            return flag ? "1" : "0";
        }
        return field.filter(known -> !ValueForms.isScalar(value))
                .map(known -> wire(known, value))
                .filter(wire -> wire.fault().isEmpty())
                .map(wire -> wire.value().toString())
                .orElseGet(() -> forms.text(value));
    }

    /**
     * Whether the server answered what was wanted, in whatever form: flags and numbers by value, empty fields of numbers
     * as 0, several values in any order, text to the letter.
     *
     * @param wire as {@link #wire(Field, Object)} gives it
     */
    public boolean same(Field field, Object wire, Object answered) {
        return same(field, wire, answered, Integer.MAX_VALUE);
    }

    /**
     * The same with numbers as the server would round them, for what is compared before it is sent.
     *
     * @param decimals of the user's preferences, to which currencies are rounded; other numbers have as many as the
     *     server answers
     */
    public boolean sameRounded(Field field, Object wire, Object stored, int decimals) {
        return same(field, wire, stored, decimals);
    }

    private boolean same(Field field, Object wire, Object answered, int decimals) {
        String wanted = Objects.toString(wire, "");
        String got = Objects.toString(answered, "");
        if (wanted.equals(got)) {
            return true;
        }
        if (field.name().equals("source")) {
            // The server keeps it in capitals (change-feed.md §6).
            return wanted.equalsIgnoreCase(got);
        }
        try {
            return switch (FieldKind.of(field)) {
                case FLAG -> FlagText.parse(wanted) == FlagText.parse(got);
                case INTEGER, NUMBER -> sameNumber(field, wanted, got, decimals);
                case DATE -> !wanted.isEmpty() && !got.isEmpty() && day(wanted).equals(day(got));
                case MOMENT ->
                    !wanted.isEmpty() && !got.isEmpty() && moment(wanted).equals(moment(got));
                case TIME -> !wanted.isEmpty() && !got.isEmpty() && time(wanted).equals(time(got));
                case CHOICES -> MultiPicklistText.values(wanted).equals(MultiPicklistText.values(got));
                case CHOICE, REFERENCE, TEXT -> false;
            };
        } catch (IllegalArgumentException notUnderstood) {
            return false;
        }
    }

    private static boolean sameNumber(Field field, String wanted, String got, int decimals) {
        BigDecimal number = wanted.isBlank() ? BigDecimal.ZERO : NumberText.parse(wanted);
        BigDecimal answer = got.isBlank() ? BigDecimal.ZERO : NumberText.parse(got);
        if (number.compareTo(answer) == 0) {
            return true;
        }
        if (decimals == Integer.MAX_VALUE) {
            return false;
        }
        int kept = field.type().equals("currency") ? Math.min(decimals, answer.scale()) : answer.scale();
        return number.setScale(kept, RoundingMode.HALF_UP).compareTo(answer) == 0;
    }

    private boolean flag(Object value) {
        if (value instanceof Boolean flag) {
            return flag;
        }
        return FlagText.parse(
                value instanceof Number number
                        ? NumberText.of(number).stripTrailingZeros().toPlainString()
                        : textOf(value));
    }

    private String integer(Object value) {
        BigDecimal number = number(value);
        if (number.stripTrailingZeros().scale() > 0) {
            throw new IllegalArgumentException("is not a whole number; round it");
        }
        if (number.compareTo(GREATEST_INTEGER) > 0 || number.compareTo(LEAST_INTEGER) < 0) {
            throw new IllegalArgumentException("lies beyond " + LEAST_INTEGER + " to " + GREATEST_INTEGER
                    + ", which is what the field holds; use a text or decimal field");
        }
        return number.toBigInteger().toString();
    }

    private BigDecimal number(Object value) {
        if (value instanceof Year year) {
            return BigDecimal.valueOf(year.getValue());
        }
        return value instanceof Number number
                ? NumberText.of(number)
                : NumberText.parse(textOf(value).strip());
    }

    private LocalDate day(Object value) {
        return times.day(value).orElseGet(() -> {
            String text = textOf(value).strip();
            return TimeText.isMoment(text) ? times.day(TimeText.moment(text)).orElseThrow() : DateText.parse(text);
        });
    }

    private LocalTime time(Object value) {
        return times.time(value).orElseGet(() -> {
            String text = textOf(value).strip();
            return TimeText.isMoment(text) ? times.time(TimeText.moment(text)).orElseThrow() : TimeText.parse(text);
        });
    }

    private LocalDateTime moment(Object value) {
        return times.moment(value)
                .orElseGet(() -> times.moment(TimeText.moment(textOf(value))).orElseThrow());
    }

    private String textOf(Object value) {
        if (ValueForms.isScalar(value) || value instanceof Enum) {
            return forms.text(value);
        }
        throw new NoFormException("has the Java type " + NoFormException.typeOf(value)
                + ", which a field of its type cannot hold; give a text");
    }
}
