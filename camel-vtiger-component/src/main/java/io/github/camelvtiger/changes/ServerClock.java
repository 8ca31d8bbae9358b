package io.github.camelvtiger.changes;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.LongSupplier;

/**
 * A lower bound of the CRM's time: the {@code Date} of its last completed answer plus the time since by a clock that
 * nobody sets. The {@code Date} runs on the clock that stamps {@code modifiedtime} ({@code change-feed.md §2}).
 */
public final class ServerClock {

    private final LongSupplier nanoTime;
    private Instant date;
    private long seenAt;

    /** @param nanoTime such as {@link System#nanoTime} */
    public ServerClock(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /** Whether any answer was seen yet; before that there is no bound. */
    boolean isKnown() {
        return date != null;
    }

    Instant lowerBound() {
        return date.plus(sinceLastAnswer());
    }

    Duration sinceLastAnswer() {
        return Duration.ofNanos(nanoTime.getAsLong() - seenAt);
    }

    /** Whether an answer that was asked for after {@code bound} was read can bear this date on a clock nobody set back. */
    static boolean fits(Instant answerDate, Instant bound) {
        return !answerDate.isBefore(bound.truncatedTo(ChronoUnit.SECONDS));
    }

    void answered(Instant answerDate) {
        date = answerDate;
        seenAt = nanoTime.getAsLong();
    }
}
