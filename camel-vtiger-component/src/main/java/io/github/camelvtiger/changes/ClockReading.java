package io.github.camelvtiger.changes;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What the CRM's clock and this machine's showed at one moment; kept with the cursor, so that a process that goes on
 * from there notices when the CRM's clock was set back meanwhile. This machine's clock is believed only about how long
 * nobody was watching.
 */
record ClockReading(Instant server, Instant local) {

    /** Two clocks never agree wholly: so much, and a share of the time between. */
    private static final Duration SLACK = Duration.ofSeconds(5);

    /** 200 millionths, more than the quartz of a machine goes wrong that nobody sets. */
    private static final int DRIFT = 5_000;

    /** Read again where this machine's clock was set back as well, so that nobody knows how long nobody watched. */
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

    private Duration tolerance(Instant localNow) {
        Duration elapsed = Duration.between(local, localNow);
        return elapsed.isNegative() ? SLACK : SLACK.plus(elapsed.dividedBy(DRIFT));
    }
}
