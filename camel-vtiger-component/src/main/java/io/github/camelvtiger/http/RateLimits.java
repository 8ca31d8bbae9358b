package io.github.camelvtiger.http;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * What one client may make of the calls that the server allows.
 *
 * @param atOnce how many requests of the user may be under way when one more is sent
 * @param requestsPerMinute 0 for no limit of its own
 * @param dailyReserve how many calls of the day are left to others
 * @param longestWait how long a call waits for its turn where the server's limit is used up
 */
record RateLimits(int atOnce, int requestsPerMinute, int dailyReserve, Duration longestWait) {

    /** Nanoseconds from one request to the next. */
    long spacing() {
        return requestsPerMinute == 0 ? 0 : TimeUnit.MINUTES.toNanos(1) / requestsPerMinute;
    }
}
