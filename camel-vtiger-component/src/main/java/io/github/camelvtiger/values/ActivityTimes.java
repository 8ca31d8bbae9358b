package io.github.camelvtiger.values;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Calendar;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Activities keep a moment as a day and a time of day. A moment in the field of the day fills the time too, and an event
 * needs no duration: the server computes it from both ends, but requires a value.
 */
final class ActivityTimes {

    private static final Set<String> MODULES = Set.of("Calendar", "Events", "Emails");
    private static final Map<String, String> PAIRS = Map.of("date_start", "time_start", "due_date", "time_end");
    private static final String DURATION = "duration_hours";
    private static final Pattern MOMENT = Pattern.compile("\\d{4}-\\d{2}-\\d{2}[T ]\\d{2}:.*");

    private ActivityTimes() {}

    static Map<String, Object> completed(WriteKind kind, String module, Map<String, Object> record) {
        if (!MODULES.contains(module)) {
            return record;
        }
        Map<String, Object> completed = new LinkedHashMap<>(record);
        PAIRS.forEach((day, time) -> {
            Object moment = ValueForms.unwrapped(record.get(day));
            if (isMoment(moment) && isBlank(record.get(time))) {
                completed.put(time, moment);
            }
        });
        if (module.equals("Events") && kind.wantsAllMandatory() && isBlank(record.get(DURATION))) {
            completed.put(DURATION, "0");
        }
        return completed;
    }

    private static boolean isMoment(Object value) {
        return value instanceof Instant
                || value instanceof LocalDateTime
                || value instanceof OffsetDateTime
                || value instanceof ZonedDateTime
                || value instanceof Calendar
                || value instanceof Date && !(value instanceof java.sql.Date)
                || value instanceof CharSequence text
                        && MOMENT.matcher(text.toString().strip()).matches();
    }

    private static boolean isBlank(Object value) {
        return Objects.toString(ValueForms.unwrapped(value), "").isBlank();
    }
}
