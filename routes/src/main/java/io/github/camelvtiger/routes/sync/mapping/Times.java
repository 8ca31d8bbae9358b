package io.github.camelvtiger.routes.sync.mapping;

import io.github.camelvtiger.client.ModuleDescription.Field;
import io.github.camelvtiger.values.FieldValues;
import io.github.camelvtiger.values.WireValue;
import java.text.ParsePosition;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoField;
import java.time.temporal.Temporal;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Dates and times of rows, which are those of a zone unless they name another one, for fields of a CRM, which are UTC. */
final class Times {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");
    private static final Pattern WITH_TIME = Pattern.compile(".*\\d(?:T|,? +)\\d{1,2}:\\d{2}.*");
    private static final Pattern WITH_OFFSET = Pattern.compile("(?i).*\\d{1,2}:\\d{2}.*?(Z|UTC|[+-]\\d{2}(:?\\d{2})?)");

    /** They keep a moment as a day and a time of day, both UTC ({@code webservice.md §8}). */
    private static final Set<String> SPLIT = Set.of("Calendar", "Events", "Emails");

    private static final Set<String> TYPES = Set.of("date", "datetime", "time");
    private static final Map<String, String> PAIRS = Map.of("date_start", "time_start", "due_date", "time_end");

    private final ZoneId zone;
    private final FieldValues values;
    private final boolean split;

    Times(String module, ZoneId zone) {
        this.zone = zone;
        this.values = new FieldValues(module, zone);
        this.split = SPLIT.contains(module);
    }

    static boolean isTime(String type) {
        return TYPES.contains(type);
    }

    /** A pattern as it is used to read and write. */
    static DateTimeFormatter formatter(String pattern, Locale locale) {
        // The root locale has no names of months.
        return DateTimeFormatter.ofPattern(pattern, locale.equals(Locale.ROOT) ? Locale.ENGLISH : locale);
    }

    /**
     * A text of a pattern: a day, a time of day, both, or both with an offset.
     *
     * @throws BadValueException if it is not one
     */
    Temporal parse(String field, String text, DateTimeFormatter pattern) throws BadValueException {
        try {
            TemporalAccessor parsed = pattern.parseBest(
                    text, OffsetDateTime::from, LocalDateTime::from, LocalDate::from, LocalTime::from);
            if (isAsWritten(parsed, text, pattern)) {
                return (Temporal) parsed;
            }
        } catch (DateTimeException notOfThePattern) {
            // Said below.
        }
        throw BadValueException.of(
                field,
                text,
                "is not a time as its 'date' pattern says; write it like "
                        + example(pattern)
                        + ", or correct the pattern");
    }

    /** Java makes of 31 February the last day there is. */
    private static boolean isAsWritten(TemporalAccessor parsed, String text, DateTimeFormatter pattern) {
        TemporalAccessor written = pattern.parseUnresolved(text, new ParsePosition(0));
        return written == null
                || !written.isSupported(ChronoField.DAY_OF_MONTH)
                || !parsed.isSupported(ChronoField.DAY_OF_MONTH)
                || written.get(ChronoField.DAY_OF_MONTH) == parsed.get(ChronoField.DAY_OF_MONTH);
    }

    private static String example(DateTimeFormatter pattern) {
        return LocalDateTime.of(2026, 12, 31, 14, 30).atZone(ZoneId.of("UTC")).format(pattern);
    }

    /**
     * The value of a field of date, time or both, as a Java type that says which zone it is of. A text that is not understood
     * is as it was.
     *
     * @param type of the field, as describe names it
     * @param value a text, or a Java type of time
     */
    Object value(String type, Object value) {
        Object typed = value instanceof CharSequence text ? typed(type, text.toString()) : value;
        if (typed instanceof LocalDateTime local) {
            return type.equals("date") && !split ? local.toLocalDate() : local.atZone(zone);
        }
        return typed instanceof LocalDate day && type.equals("datetime") ? day.atStartOfDay(zone) : typed;
    }

    private Object typed(String fieldType, String text) {
        if (WITH_OFFSET.matcher(text).matches()) {
            return text;
        }
        String type = WITH_TIME.matcher(text).matches() ? "datetime" : fieldType;
        WireValue understood = values.wire(ofType(type), text);
        if (understood.fault().isPresent() || !(understood.value() instanceof String wire) || wire.isEmpty()) {
            return text;
        }
        return switch (type) {
            case "datetime" -> LocalDateTime.parse(wire, MOMENT);
            case "time" -> LocalTime.parse(wire);
            default -> LocalDate.parse(wire);
        };
    }

    private static Field ofType(String type) {
        return new Field("time", "Time", type, false, true, List.of(), List.of());
    }

    /** A day and its time of day are one moment, whose day in UTC may be another one. */
    void joinPairs(Map<String, Object> fields) {
        if (!split) {
            return;
        }
        PAIRS.forEach((day, time) -> {
            if (fields.get(day) instanceof LocalDate date && fields.get(time) instanceof LocalTime clock) {
                Object moment = date.atTime(clock).atZone(zone);
                fields.put(day, moment);
                fields.put(time, moment);
            }
        });
    }

    /** A moment as the CRM has it, in the zone; empty for a text that is not one. */
    Optional<LocalDateTime> inZone(String text) {
        try {
            return Optional.of(LocalDateTime.parse(text, MOMENT)
                    .atZone(ZoneId.of("UTC"))
                    .withZoneSameInstant(zone)
                    .toLocalDateTime());
        } catch (DateTimeException notAMoment) {
            return Optional.empty();
        }
    }

    static String written(LocalDateTime moment) {
        return moment.format(MOMENT);
    }
}
