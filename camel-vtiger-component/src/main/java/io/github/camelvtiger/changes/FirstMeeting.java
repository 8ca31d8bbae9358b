package io.github.camelvtiger.changes;

import io.github.camelvtiger.client.FailureContext;
import io.github.camelvtiger.client.ServerFailureException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Compares the CRM's clock with what a cursor says of it, once for each process before it reads: a clock that was set back
 * while none was running makes changes look old.
 */
final class FirstMeeting {

    private static final Logger LOG = LoggerFactory.getLogger(FirstMeeting.class);
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final CrmClock clock;
    private final InstantSource local;
    private final ClockWitnesses witnesses = new ClockWitnesses();
    private boolean over;

    /** @param local this machine's clock */
    FirstMeeting(CrmClock clock, InstantSource local) {
        this.clock = clock;
        this.local = local;
    }

    /**
     * Sets the passes back to where what was changed meanwhile may lie.
     *
     * @throws ServerFailureException while the CRM's clock is not as expected and too few answers say so
     * @throws CursorException when the cursor lies in the future
     */
    void hold(CursorState state) {
        if (over) {
            return;
        }
        Instant now = clock.now();
        if (state.clocks().isPresent()) {
            ClockReading before = state.clocks().get();
            if (!before.isExpected(now, local.instant())) {
                now = confirmed(now);
            }
            rewind(state, before, now);
        }
        Instant oldest = state.oldest().modifiedTime();
        if (oldest.isAfter(now)) {
            throw new CursorException("The cursor is at " + oldest + ", but by the clock of the CRM it is " + now
                    + "; correct that clock, or begin again with another cursorKey and the option startFrom.");
        }
        over = true;
    }

    private Instant confirmed(Instant now) {
        CrmClock.TimeSeen seen = clock.look();
        boolean confirmed = witnesses.confirm(seen.date(), seen.at());
        if (!confirmed) {
            seen = clock.look();
            confirmed = witnesses.confirm(seen.date(), seen.at());
        }
        if (!confirmed) {
            throw new ServerFailureException(
                    "The clock of the CRM shows " + now
                            + ", which is not what the cursor led to expect; the feed goes on"
                            + " when three answers over 10 seconds say so.",
                    FailureContext.NONE);
        }
        clock.believe(seen);
        return seen.date();
    }

    private void rewind(CursorState state, ClockReading before, Instant now) {
        before.setBackTo(now, local.instant())
                .ifPresentOrElse(
                        since -> {
                            LOG.warn(
                                    "The clock of the CRM was set back while no feed watched it: it shows {}. What has changed since {} is read again.",
                                    now,
                                    since);
                            state.rewindTo(Position.endOf(since.minus(SECOND)));
                        },
                        // Where the slowest pass trails by less, as it does after a start, it makes good no small
                        // difference.
                        () -> state.rewindTo(Position.endOf(
                                before.earliestSince(local.instant()).minus(SECOND))));
    }
}
