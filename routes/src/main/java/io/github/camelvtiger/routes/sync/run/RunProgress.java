package io.github.camelvtiger.routes.sync.run;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.function.LongSupplier;

/** How far one pass of a run is; in the log that is said once a minute. */
public final class RunProgress {

    private static final long MINUTE = Duration.ofMinutes(1).toNanos();

    private final String doing;
    private final long before;
    private final long total;
    private final RunWatcher watcher;
    private final LongSupplier nanoClock;
    private final long begun;
    private long said;
    private long done;

    /**
     * @param doing what is done with the rows, such as {@code written}
     * @param before how many rows an interrupted run has done
     * @param total how many there are; -1 if that is not known
     * @param nanoClock {@link System#nanoTime()}
     */
    public RunProgress(String doing, long before, long total, RunWatcher watcher, LongSupplier nanoClock) {
        this.doing = doing;
        this.before = before;
        this.total = total;
        this.watcher = watcher;
        this.nanoClock = nanoClock;
        this.begun = nanoClock.getAsLong();
        this.said = begun;
        this.done = before;
        watcher.rows(doing, done, total);
    }

    public void passed(long rows) {
        at(done + rows);
    }

    /** So many rows are done with in all; also fewer than before, if some are done again. */
    public void at(long rows) {
        done = rows;
        watcher.rows(doing, done, total);
    }

    /** What is to be said, if a minute has passed since the last time. */
    public Optional<String> line() {
        long now = nanoClock.getAsLong();
        if (now - said < MINUTE) {
            return Optional.empty();
        }
        said = now;
        return Optional.of(toString());
    }

    /** Such as {@code 12300 of 20000 rows written, 85 a second, about 2 min left}. */
    @Override
    public String toString() {
        double seconds = (nanoClock.getAsLong() - begun) / 1e9;
        double rate = seconds > 0 ? (done - before) / seconds : 0;
        String rows = done + (total < 0 ? "" : " of " + total) + " rows " + doing;
        if (rate == 0) {
            return rows;
        }
        String fast = rows + String.format(Locale.ROOT, rate < 10 ? ", %.1f" : ", %.0f", rate) + " a second";
        return total < 0
                ? fast
                : fast + ", about " + RoughTime.of(Duration.ofSeconds(Math.round((total - done) / rate))) + " left";
    }
}
