package io.github.camelvtiger.http;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * How many calls the CRM still takes, by the headers of its answers ({@code cloud-rest.md §7}). Which of their names have
 * which form is not certain, so each form is taken: {@code -Remaining} and {@code -Reset} behind the common beginning or
 * behind the whole name of the limit, a reset as a time or as seconds, or none at all. Not safe for threads.
 */
final class CallQuota {

    private static final String MINUTE = "X-FloodControl";
    private static final String MINUTE_LIMIT = MINUTE + "-MinuteLimit";
    private static final String DAY = "X-RateLimit";
    private static final String DAY_LIMIT = DAY + "-DailyLimit";

    private static final int TOO_MANY_REQUESTS = 429;

    /** A time in seconds since 1970 is later than this, a number of seconds to wait is not. */
    private static final long EARLIEST_TIME = 1_000_000_000;

    /** How long to wait after a refusal that no header explains: that of an hour's limit, for example. */
    private static final Duration PAUSE = Duration.ofMinutes(1);

    /** Whatever the server asks for, it is asked again after so long. */
    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);

    /** When the calls of a day are used up and no header says until when; a day that rolls has some again by then. */
    private static final Duration LATER_TODAY = Duration.ofHours(1);

    private final CallWindow minute = new CallWindow(Duration.ofMinutes(1));
    private final CallWindow day = new CallWindow(Duration.ofDays(1));
    private boolean paused;
    private long pausedUntil;

    /**
     * What an answer says.
     *
     * @param underWay other calls that are not answered yet
     * @param now by a monotonic clock
     */
    void answered(HttpHead head, int underWay, long now) {
        Instant date = head.serverTime() == null ? head.received() : head.serverTime();
        Duration toMidnight = Duration.between(
                date, date.atZone(ZoneOffset.UTC).toLocalDate().plusDays(1).atStartOfDay(ZoneOffset.UTC));
        read(minute, head, MINUTE, MINUTE_LIMIT, Duration.ofMinutes(1), date, underWay, now);
        Duration unknown = toMidnight.compareTo(LATER_TODAY) < 0 ? toMidnight : LATER_TODAY;
        read(day, head, DAY, DAY_LIMIT, unknown, date, underWay, now);
        if (head.status() == TOO_MANY_REQUESTS) {
            refused(head, now);
        }
    }

    private void refused(HttpHead head, long now) {
        Duration asked = head.retryAfter();
        if (asked != null) {
            pause(asked.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : asked, now);
        } else if (!minute.isUsedUp(now) && !day.isUsedUp(now)) {
            pause(PAUSE, now);
        }
    }

    private void pause(Duration time, long now) {
        paused = true;
        pausedUntil = now + time.toNanos();
    }

    private static void read(
            CallWindow window,
            HttpHead head,
            String prefix,
            String limitName,
            Duration unknownReset,
            Instant date,
            int underWay,
            long now) {
        OptionalLong left = number(head, prefix + "-Remaining", limitName + "-Remaining");
        if (left.isEmpty()) {
            return;
        }
        OptionalLong reset = number(head, prefix + "-Reset", limitName + "-Reset");
        Duration rest = reset.isEmpty()
                ? unknownReset
                : Duration.ofSeconds(
                        reset.getAsLong() > EARLIEST_TIME
                                ? reset.getAsLong() - date.getEpochSecond()
                                : reset.getAsLong());
        long limit = number(head, limitName).orElse(left.getAsLong());
        window.reported(limit, left.getAsLong(), rest, reset.isPresent(), underWay, now);
    }

    private static OptionalLong number(HttpHead head, String... names) {
        return Stream.of(names)
                .map(head::header)
                .filter(value -> value != null && value.strip().matches("\\d{1,15}"))
                .mapToLong(value -> Long.parseLong(value.strip()))
                .findFirst();
    }

    void sent() {
        minute.sent();
        day.sent();
    }

    /** Nanoseconds until the server takes a call that leaves so many of the day to others; 0 for now. */
    long untilFree(long dailyReserve, long now) {
        long pause = paused ? Math.max(0, pausedUntil - now) : 0;
        return Math.max(pause, Math.max(minute.untilFree(0, now), day.untilFree(dailyReserve, now)));
    }

    /** Nanoseconds between two calls at which none of a minute will be refused. */
    long spacing(long now) {
        return minute.spacing(now);
    }

    CallWindow minute() {
        return minute;
    }

    CallWindow day() {
        return day;
    }
}
