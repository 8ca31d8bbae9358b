package io.github.camelvtiger.routes.settings;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * A duration between two bounds, both included.
 *
 * @param unit of a number alone
 */
record DurationValue(Duration shortest, Duration longest, ChronoUnit unit, String forms) implements Check {

    static DurationValue ofMillis(Duration shortest, Duration longest) {
        return new DurationValue(
                shortest, longest, ChronoUnit.MILLIS, "milliseconds such as 60000, or 500ms, 30s, 5m, 1h or PT5M");
    }

    static DurationValue ofMinutes(Duration shortest, Duration longest) {
        return new DurationValue(shortest, longest, ChronoUnit.MINUTES, "minutes such as 60, or 5m, 1h or PT1H");
    }

    @Override
    public Optional<String> fault(String value) {
        Optional<Duration> duration = DurationText.parse(value, unit);
        if (duration.isEmpty()) {
            return Optional.of("which is not a duration; write " + forms);
        }
        if (duration.get().compareTo(shortest) < 0) {
            return Optional.of("which is too short; write at least " + shortest + " as " + forms);
        }
        return duration.get().compareTo(longest) <= 0
                ? Optional.empty()
                : Optional.of("which is too long; write at most " + longest.toDays() + " days as " + forms);
    }

    /** As a number alone. */
    @Override
    public String normal(String value) {
        Duration duration = DurationText.parse(value, unit).orElseThrow();
        return String.valueOf(duration.dividedBy(unit.getDuration()));
    }
}
