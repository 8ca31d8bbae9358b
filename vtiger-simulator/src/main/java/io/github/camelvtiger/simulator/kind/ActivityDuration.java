package io.github.camelvtiger.simulator.kind;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * How long an activity lasts; for a task without an end, until the end of the day it is due. What was sent for it is
 * ignored.
 */
final class ActivityDuration {

    private static final long MINUTE = 60;
    private static final long HOUR = 60 * MINUTE;

    private ActivityDuration() {}

    /** @return nothing if a date is missing or not one */
    static Map<String, String> ofEvent(UnaryOperator<String> stored) {
        return between(stored, PhpTime.of(stored.apply("time_end")).orElse(null));
    }

    /** @return nothing if a date is missing or not one */
    static Map<String, String> ofTask(UnaryOperator<String> stored) {
        String end = stored.apply("time_end");
        return between(
                stored, end.isEmpty() ? Duration.ofDays(1) : PhpTime.of(end).orElse(null));
    }

    /** @param end from the beginning of the day it is due; null for what PHP cannot read, which is then the year 1970 */
    private static Map<String, String> between(UnaryOperator<String> stored, Duration end) {
        try {
            Duration begin = PhpTime.of(stored.apply("time_start")).orElse(Duration.ZERO);
            long from = seconds(stored.apply("date_start")) + begin.toSeconds();
            long due = seconds(stored.apply("due_date"));
            long lasting = (end == null ? 0 : due + end.toSeconds()) - from;
            return Map.of(
                    "duration_hours", Long.toString(lasting / HOUR),
                    "duration_minutes", Long.toString(lasting % HOUR / MINUTE));
        } catch (DateTimeException e) {
            return Map.of();
        }
    }

    private static long seconds(String date) {
        return LocalDate.parse(date).atStartOfDay().toEpochSecond(ZoneOffset.UTC);
    }
}
