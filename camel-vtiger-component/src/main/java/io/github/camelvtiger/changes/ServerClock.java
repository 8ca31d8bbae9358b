package io.github.camelvtiger.changes;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.LongSupplier;

/**
 * A lower bound of the CRM's time: the {@code Date} of its last completed answer plus the time since by a clock that
 * nobody sets. The {@code Date} runs on the clock that stamps {@code modifiedtime} ({@code change-feed.md §2}). One answer
 * may lie, be it of a proxy's cache or of a server that has just started; so a date that is far from what was expected
 * counts only when further answers bear it out.
 */
public final class ServerClock {

    /** Further off than this, one answer is not believed. */
    static final Duration NEAR = Duration.ofSeconds(10);

    /** What the date of an answer means. */
    enum Verdict {
        /** As expected. */
        FITS,
        /** The clock was set back. */
        SET_BACK,
        /** Much later than expected: the bound stays, under which all the same no save is hidden. */
        TOO_LATE,
        /** Much earlier than expected: nothing that the answer says may be relied on. */
        TOO_EARLY
    }

    private final LongSupplier nanoTime;
    private final ClockWitnesses witnesses = new ClockWitnesses();
    private Instant date;
    private long seenAt;
    /** How much later than {@link #date} it may have been when the answer was complete. */
    private Duration spread;

    /** @param nanoTime such as {@link System#nanoTime} */
    public ServerClock(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /** Whether any answer was believed yet; before that there is no bound. */
    boolean isKnown() {
        return date != null;
    }

    /** The time by the monotonic clock. */
    long nanos() {
        return nanoTime.getAsLong();
    }

    Instant lowerBound() {
        return date.plus(sinceLastAnswer());
    }

    /** Since the last answer that was believed. */
    Duration sinceLastAnswer() {
        return Duration.ofNanos(nanos() - seenAt);
    }

    /**
     * What to make of the date of an answer that has just come.
     *
     * @param sentAt when it was asked for, see {@link #nanos}
     */
    Verdict judge(Instant answerDate, long sentAt) {
        Instant earliest = date.plusNanos(sentAt - seenAt).truncatedTo(ChronoUnit.SECONDS);
        Instant latest = lowerBound().plus(spread).plus(NEAR);
        if (!answerDate.isBefore(earliest) && !answerDate.isAfter(latest)) {
            return Verdict.FITS;
        }
        boolean early = answerDate.isBefore(earliest);
        boolean near = early && !answerDate.isBefore(earliest.minus(NEAR));
        if (near || witnesses.confirm(answerDate, nanos())) {
            return early ? Verdict.SET_BACK : Verdict.FITS;
        }
        return early ? Verdict.TOO_EARLY : Verdict.TOO_LATE;
    }

    /** An answer to what was asked at {@code sentAt} bore this date, and is believed. */
    void answered(Instant answerDate, long sentAt) {
        witnesses.dismiss();
        date = answerDate;
        seenAt = nanos();
        spread = Duration.ofNanos(seenAt - sentAt).plusSeconds(1);
    }
}
