package io.github.camelvtiger.simulator.kind;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** How long an Event lasts; for a task, how long until the end of the day it is due. What was sent for it is ignored. */
final class ActivityDuration {

    private static final long MINUTES_PER_HOUR = 60;

    private ActivityDuration() {}

    /** @return nothing if a date or time is missing or not one */
    static Map<String, String> ofEvent(UnaryOperator<String> stored) {
        return until(stored, due -> due.atTime(time(stored.apply("time_end"))));
    }

    /** @return nothing if a date or time is missing or not one */
    static Map<String, String> ofTask(UnaryOperator<String> stored) {
        return until(stored, due -> due.plusDays(1).atStartOfDay());
    }

    private static Map<String, String> until(
            UnaryOperator<String> stored, Function<LocalDate, LocalDateTime> endOfDue) {
        try {
            LocalDateTime start = LocalDate.parse(stored.apply("date_start")).atTime(time(stored.apply("time_start")));
            LocalDateTime end = endOfDue.apply(LocalDate.parse(stored.apply("due_date")));
            long minutes = Duration.between(start, end).toMinutes();
            return Map.of(
                    "duration_hours", Long.toString(minutes / MINUTES_PER_HOUR),
                    "duration_minutes", Long.toString(minutes % MINUTES_PER_HOUR));
        } catch (DateTimeException e) {
            return Map.of();
        }
    }

    private static LocalTime time(String stored) {
        return stored.isEmpty() ? LocalTime.MIDNIGHT : LocalTime.parse(stored);
    }
}
