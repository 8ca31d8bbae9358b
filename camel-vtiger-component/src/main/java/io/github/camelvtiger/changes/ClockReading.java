package io.github.camelvtiger.changes;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What the CRM's clock and this machine's showed at one moment; kept with the cursor, so that a process that goes on
 * from there notices when the CRM's clock was set back meanwhile. This machine's clock is believed only about how long
 * no feed was watching.
 */
record ClockReading(Instant server, Instant local) {

    /** Two clocks never agree wholly: so much, and a share of the time between. */
    private static final Duration SLACK = Duration.ofSeconds(5);

    /** What a step of the clock that is too small to be noticed makes the feed read again, at most. */
    private static final Duration LONGEST_TOLERANCE = Duration.ofMinutes(1);

    /** 200 millionths, more than the drift of the quartz of a machine whose clock is not set. */
    private static final int DRIFT = 5_000;

    /** Read again where this machine's clock was set back as well, so that it is not known how long no feed watched. */
    private static final Duration UNKNOWN = Duration.ofHours(1);

    /**
     * @param serverNow what the CRM's clock shows now
     * @param localNow what this machine's clock shows now
     * @return the earliest time that a change since this reading may bear, when the CRM's clock was set back
     */
    Optional<Instant> setBackTo(Instant serverNow, Instant localNow) {
        Duration elapsed = Duration.between(local, localNow);
        Duration tolerance = tolerance(localNow);
        if (elapsed.isNegative()) {
            return serverNow.isBefore(server.minus(tolerance))
                    ? Optional.of(serverNow.minus(UNKNOWN))
                    : Optional.empty();
        }
        return serverNow.isBefore(server.plus(elapsed).minus(tolerance))
                ? Optional.of(serverNow.minus(elapsed).minus(tolerance))
                : Optional.empty();
    }

    /** The earliest time that a change since this reading may bear, where no setting back was noticed. */
    Instant earliestSince(Instant localNow) {
        return server.minus(tolerance(localNow));
    }

    /** The same for the longest time that no feed watched; deliveries since are remembered, so that none is repeated. */
    Instant earliestEver() {
        return server.minus(LONGEST_TOLERANCE);
    }

    /**
     * Whether the CRM's clock shows, in one answer, what it should by this machine's; otherwise further answers must bear
     * it out. Where this machine's clock was set back, only an earlier time than before is strange.
     */
    boolean isExpected(Instant serverNow, Instant localNow) {
        Duration elapsed = Duration.between(local, localNow);
        Duration tolerance = tolerance(localNow).plus(ServerClock.NEAR);
        if (elapsed.isNegative()) {
            return !serverNow.isBefore(server.minus(tolerance));
        }
        Duration difference = Duration.between(server.plus(elapsed), serverNow);
        return difference.abs().compareTo(tolerance) <= 0;
    }

    private Duration tolerance(Instant localNow) {
        Duration elapsed = Duration.between(local, localNow);
        Duration drift = elapsed.isNegative() ? Duration.ZERO : elapsed.dividedBy(DRIFT);
        Duration tolerance = SLACK.plus(drift);
        return tolerance.compareTo(LONGEST_TOLERANCE) < 0 ? tolerance : LONGEST_TOLERANCE;
    }
}
