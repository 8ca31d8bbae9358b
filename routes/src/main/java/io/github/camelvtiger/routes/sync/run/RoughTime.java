package io.github.camelvtiger.routes.sync.run;

import java.time.Duration;

/** How long something takes, roughly, as a person says it. */
public final class RoughTime {

    private RoughTime() {}

    /** Such as {@code 12 s}, {@code 5 min} or {@code 2 h 5 min}. */
    public static String of(Duration duration) {
        if (duration.toMinutes() == 0) {
            return duration.toSeconds() + " s";
        }
        return duration.toHours() == 0
                ? duration.toMinutes() + " min"
                : duration.toHours() + " h " + duration.toMinutesPart() + " min";
    }
}
