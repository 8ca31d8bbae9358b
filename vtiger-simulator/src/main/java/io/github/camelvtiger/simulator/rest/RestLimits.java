package io.github.camelvtiger.simulator.rest;

import io.github.camelvtiger.simulator.clock.SimulatorClock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * How many calls an edition lets in, all users together, and the headers that say how many are left
 * ({@code cloud-rest.md §7}). A call that is refused does not count.
 */
public final class RestLimits {

    private final RestEdition edition;
    private final LongSupplier users;
    private final SimulatorClock clock;
    private final CallWindow minute = new CallWindow(60);
    private final CallWindow hour = new CallWindow(3_600);
    private final CallWindow day = new CallWindow(86_400);

    /** @param users how many may log in, each of whom brings calls */
    public RestLimits(RestEdition edition, LongSupplier users, SimulatorClock clock) {
        this.edition = edition;
        this.users = users;
        this.clock = clock;
    }

    /** To be asked once per call. */
    public synchronized Admission admit() {
        Instant now = clock.now();
        int perDay = edition.day(users.getAsLong());
        String refusal = refusal(now, perDay);
        if (refusal.isEmpty()) {
            minute.count(now);
            hour.count(now);
            day.count(now);
        }
        return new Admission(refusal, headers(now, perDay));
    }

    private String refusal(Instant now, int perDay) {
        if (minute.used(now) >= edition.minute()) {
            return refusal(edition.minute(), "minute", minute.reset(now));
        }
        if (hour.used(now) >= edition.hour()) {
            return refusal(edition.hour(), "hour", hour.reset(now));
        }
        return day.used(now) < perDay ? "" : refusal(perDay, "day", day.reset(now));
    }

    private String refusal(int limit, String window, long reset) {
        return "the edition " + edition + " allows " + limit + " calls in a " + window + "; the next one begins at "
                + Instant.ofEpochSecond(reset);
    }

    private Map<String, String> headers(Instant now, int perDay) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("X-FloodControl-MinuteLimit", String.valueOf(edition.minute()));
        headers.put("X-FloodControl-Remaining", left(edition.minute(), minute.used(now)));
        headers.put("X-FloodControl-Reset", String.valueOf(minute.reset(now)));
        headers.put("X-RateLimit-DailyLimit", String.valueOf(perDay));
        headers.put("X-RateLimit-Remaining", left(perDay, day.used(now)));
        headers.put("X-RateLimit-Reset", String.valueOf(day.reset(now)));
        return headers;
    }

    private static String left(int limit, int used) {
        return String.valueOf(Math.max(0, limit - used));
    }

    /**
     * Whether a call may go on.
     *
     * @param refusal why not; {@code ""} if it may
     * @param headers of its answer, in either case
     */
    public record Admission(String refusal, Map<String, String> headers) {

        public boolean refused() {
            return !refusal.isEmpty();
        }
    }
}
