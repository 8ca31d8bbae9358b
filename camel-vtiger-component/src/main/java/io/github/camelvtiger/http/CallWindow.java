package io.github.camelvtiger.http;

import java.time.Duration;
import java.util.OptionalLong;

/**
 * The calls that the server leaves for a minute or a day, as its last answer said, less those sent since. Times are
 * those of a monotonic clock. Not safe for threads.
 */
final class CallWindow {

    private static final long TRIAL = Duration.ofMinutes(1).toNanos();

    private final long length;

    private boolean known;
    private long limit;
    private long left;
    private long end;
    private boolean endKnown;

    CallWindow(Duration length) {
        this.length = length.toNanos();
    }

    /**
     * What an answer says.
     *
     * @param rest how long the window lasts from now on
     * @param restKnown whether the server said so; otherwise it is when to look whether there are new calls
     * @param underWay calls that this answer need not have counted
     */
    void reported(long limit, long left, Duration rest, boolean restKnown, int underWay, long now) {
        known = true;
        endKnown = restKnown;
        this.limit = limit;
        this.left = Math.max(0, left - underWay);
        end = now + Math.max(0, Math.min(rest.toNanos(), length));
    }

    void sent() {
        left = Math.max(0, left - 1);
    }

    /** Nanoseconds until a call may be sent that leaves so many to others; 0 for now. */
    long untilFree(long reserve, long now) {
        if (!known || left > reserve) {
            return 0;
        }
        if (end - now > 0) {
            return end - now;
        }
        if (endKnown && limit > reserve) {
            left = limit;
            end = now + length;
            return 0;
        }
        // Only an answer shows whether there are new calls: one goes ahead, and another if its answer is lost.
        left = reserve + 1;
        end = now + TRIAL;
        return 0;
    }

    boolean isUsedUp(long now) {
        return known && left == 0 && end - now > 0;
    }

    /** Nanoseconds between two calls at which what is left lasts to the window's end; 0 while the half is left. */
    long spacing(long now) {
        long rest = end - now;
        return known && rest > 0 && left > 0 && left <= limit / 2 ? rest / (left + 1) : 0;
    }

    OptionalLong limit() {
        return known ? OptionalLong.of(limit) : OptionalLong.empty();
    }

    OptionalLong left() {
        return known ? OptionalLong.of(left) : OptionalLong.empty();
    }
}
