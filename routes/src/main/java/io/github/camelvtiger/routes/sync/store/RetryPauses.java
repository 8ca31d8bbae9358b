package io.github.camelvtiger.routes.sync.store;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * When a reject whose cause may pass is tried again: after a first pause, then after twice as long each time, six hours at
 * most, and no more when it is a week old.
 *
 * @param first the first pause
 */
public record RetryPauses(Duration first) {

    /** A minute. */
    public static final RetryPauses DEFAULT = new RetryPauses(Duration.ofMinutes(1));

    private static final Duration LONGEST = Duration.ofHours(6);
    private static final Duration GIVEN_UP = Duration.ofDays(7);
    private static final int MOST_DOUBLINGS = 30;

    /**
     * @param tries how often it was tried so far
     * @param refused when it was refused first
     * @return empty if it waits for a person
     */
    Optional<Instant> next(int tries, Instant refused, Instant now) {
        Duration pause = first.multipliedBy(1L << Math.min(Math.max(tries - 1, 0), MOST_DOUBLINGS));
        Instant next = now.plus(pause.compareTo(LONGEST) > 0 ? LONGEST : pause);
        return next.isAfter(refused.plus(GIVEN_UP)) ? Optional.empty() : Optional.of(next);
    }
}
