package io.github.camelvtiger.changes;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * How far each pass may read in one poll.
 *
 * @param ends the last second of each pass, the one that trails least first
 */
record PassWindows(List<Instant> ends) {

    /** @param now a lower bound of the CRM's time */
    static PassWindows at(Instant now, List<Duration> lags) {
        return new PassWindows(lags.stream()
                .map(lag -> now.minus(lag).truncatedTo(ChronoUnit.SECONDS))
                .toList());
    }

    Instant end(int pass) {
        return ends.get(pass);
    }
}
