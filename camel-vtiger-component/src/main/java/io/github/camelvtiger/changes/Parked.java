package io.github.camelvtiger.changes;

import io.github.camelvtiger.client.RecordId;
import java.time.Duration;
import java.time.Instant;

/**
 * A record that waits because the route failed for it. It is tried again, freshly read, after 1 minute, then after 2, 4
 * and so on, and at last every hour. Whole seconds on this machine's clock.
 *
 * @param delivery what the route failed for last
 * @param kind of that change
 * @param since when the route failed first
 * @param attempts how often the route has failed, 1 or more
 * @param due when it is tried again
 */
public record Parked(Delivery delivery, ChangeKind kind, Instant since, int attempts, Instant due)
        implements CursorEntry {

    private static final Duration FIRST_WAIT = Duration.ofMinutes(1);
    private static final Duration LONGEST_WAIT = Duration.ofHours(1);
    /** Sixty-four minutes are more than the longest wait. */
    private static final int MOST_DOUBLINGS = 6;

    static Parked first(Delivery delivery, ChangeKind kind, Instant now) {
        return new Parked(delivery, kind, now, 1, now.plus(FIRST_WAIT));
    }

    @Override
    public RecordId id() {
        return delivery.id();
    }

    /** After one more failure. */
    Parked again(Delivery failed, Instant now) {
        Duration wait = FIRST_WAIT.multipliedBy(1L << Math.min(attempts, MOST_DOUBLINGS));
        return new Parked(
                failed, kind, since, attempts + 1, now.plus(wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT));
    }

    /** To be tried at the next poll. */
    Parked dueAt(Instant now) {
        return new Parked(delivery, kind, since, attempts, now);
    }

    /** A clock that was set back does not make it wait longer than it ever would. */
    boolean isDue(Instant now) {
        return !due.isAfter(now) || due.isAfter(now.plus(LONGEST_WAIT));
    }
}
