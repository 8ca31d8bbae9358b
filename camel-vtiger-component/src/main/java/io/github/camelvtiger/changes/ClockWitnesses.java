package io.github.camelvtiger.changes;

import java.time.Duration;
import java.time.Instant;

/**
 * Answers with dates that were not expected. They are believed when three of them over ten seconds or more bear dates that
 * advance as time does: a proxy's cache repeats one date, and a lie is seldom told so steadily.
 */
final class ClockWitnesses {

    private static final int ENOUGH = 3;
    private static final Duration LONG_ENOUGH = Duration.ofSeconds(10);
    private static final Duration STEADY = Duration.ofSeconds(2);

    private Instant firstDate;
    private long firstAt;
    private int count;

    /**
     * Hears one more.
     *
     * @param at when the answer was complete, by a monotonic clock
     * @return whether it is to be believed now
     */
    boolean confirm(Instant date, long at) {
        Duration elapsed = Duration.ofNanos(at - firstAt);
        if (count == 0 || !isSteady(Duration.between(firstDate, date).minus(elapsed))) {
            firstDate = date;
            firstAt = at;
            count = 1;
            return false;
        }
        count++;
        return count >= ENOUGH && elapsed.compareTo(LONG_ENOUGH) >= 0;
    }

    private static boolean isSteady(Duration difference) {
        return difference.abs().compareTo(STEADY) <= 0;
    }

    /** An answer bore a date as it was expected. */
    void dismiss() {
        count = 0;
    }
}
