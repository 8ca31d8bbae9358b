package io.github.camelvtiger.routes.sync.run;

import io.github.camelvtiger.routes.Sentence;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;

/** When something is done next, and what hindered it the last time. For one thread; any may ask for the hindrance. */
public final class Turn {

    private static final Duration SHORTEST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

    private Instant next = Instant.MIN;
    private Duration pause = SHORTEST_PAUSE;
    private volatile String hindrance = "";
    private boolean wasDone;

    /**
     * Does something if it is time. If it fails, it is tried again after a pause; if the application stops meanwhile, nothing is said.
     *
     * @param report gets what hinders it, unless that was said the last time
     */
    public void take(InstantSource clock, Runnable work, Consumer<String> report) {
        if (!isDue(clock.instant())) {
            return;
        }
        try {
            work.run();
            done(clock.instant());
        } catch (CancellationException stopped) {
            // The next start goes on.
        } catch (RuntimeException e) {
            if (failed(clock.instant(), Sentence.of(e))) {
                report.accept(hindrance);
            }
        }
    }

    public boolean isDue(Instant now) {
        return !now.isBefore(next);
    }

    public void done(Instant again) {
        next = again;
        wasDone = true;
        pause = SHORTEST_PAUSE;
        hindrance = "";
    }

    /**
     * It is tried again after a pause, which grows.
     *
     * @return whether that was not said before
     */
    public boolean failed(Instant now, String sentence) {
        next = now.plus(pause);
        pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
        boolean isNew = !sentence.equals(hindrance);
        hindrance = sentence;
        return isNew;
    }

    /** Whether it was ever done. */
    public boolean wasDone() {
        return wasDone;
    }

    /** Empty if nothing did. */
    public String hindrance() {
        return hindrance;
    }
}
