package io.github.camelvtiger.simulator.kind;

import io.github.camelvtiger.simulator.store.CrmUser;
import io.github.camelvtiger.simulator.value.FieldText;
import io.github.camelvtiger.simulator.value.PhpDateTime;
import io.github.camelvtiger.simulator.value.SentElement;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * How long an activity lasts, whatever was sent for it; without an end, until the end of the day it is due. PHP computes it
 * from dates that were sent in the user's format and from others as they are stored, and takes what it cannot read for the
 * beginning of 1970.
 */
final class ActivityDuration {

    private static final long MINUTE = 60;
    private static final long HOUR = 60 * MINUTE;

    private final CrmUser user;
    private final LocalDate today;

    ActivityDuration(CrmUser user, LocalDate today) {
        this.user = user;
        this.today = today;
    }

    /** @return nothing if the save ends before this, as it does over a start that cannot be read */
    Map<String, String> of(UnaryOperator<String> stored, SentElement element) {
        return new ActivityStart(stored, element, user).readable()
                ? between(field -> seen(stored, element, field))
                : Map.of();
    }

    private String seen(UnaryOperator<String> stored, SentElement element, String field) {
        if (!element.has(field)) {
            return stored.apply(field);
        }
        boolean date = field.equals("date_start") || field.equals("due_date");
        return date ? FieldText.shownDate(element.text(field), user) : element.string(field);
    }

    private Map<String, String> between(UnaryOperator<String> seen) {
        long from = seconds(seen.apply("date_start") + " " + seen.apply("time_start"));
        String end = seen.apply("time_end");
        boolean open = end.isEmpty() || end.equals("0");
        long until = open ? endOfDay(seen.apply("due_date")) : seconds(seen.apply("due_date") + " " + end);
        long lasting = until - from;
        return Map.of(
                "duration_hours", Long.toString(lasting / HOUR),
                "duration_minutes", Long.toString(lasting % HOUR / MINUTE));
    }

    private long seconds(String text) {
        return PhpDateTime.read(text, today).map(OffsetDateTime::toEpochSecond).orElse(0L);
    }

    /** By the clock of the user. */
    private long endOfDay(String due) {
        LocalDate next = due.isEmpty()
                ? today.plusDays(1)
                : PhpDateTime.read(due, today)
                        .map(day -> day.toLocalDate().plusDays(1))
                        .orElse(LocalDate.EPOCH);
        return next.atTime(LocalTime.MIDNIGHT).atZone(FieldText.zone(user)).toEpochSecond();
    }
}
