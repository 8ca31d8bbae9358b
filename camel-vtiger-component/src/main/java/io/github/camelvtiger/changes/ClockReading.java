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

    /** Two clocks never agree wholly: so much, and a thousandth of the time between. The slowest pass makes that good. */
    private static final Duration SLACK = Duration.ofSeconds(5);

    private static final int DRIFT = 1_000;

    /** Read again where this machine's clock was set back as well, so that nobody knows how long nobody watched. */
    private static final Duration UNKNOWN = Duration.ofHours(1);

    /**
     * @param serverNow what the CRM's clock shows now
     * @param localNow what this machine's clock shows now
     * @return the earliest time that a change since this reading may bear, when the CRM's clock was set back
     */
    Optional<Instant> setBackTo(Instant serverNow, Instant localNow) {
        Duration elapsed = Duration.between(local, localNow);
        if (elapsed.isNegative()) {
            return serverNow.isBefore(server.minus(SLACK)) ? Optional.of(serverNow.minus(UNKNOWN)) : Optional.empty();
        }
        Instant expected = server.plus(elapsed).minus(SLACK).minus(elapsed.dividedBy(DRIFT));
        return serverNow.isBefore(expected) ? Optional.of(serverNow.minus(elapsed)) : Optional.empty();
    }
}
