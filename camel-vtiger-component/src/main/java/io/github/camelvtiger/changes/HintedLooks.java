package io.github.camelvtiger.changes;

import java.time.Duration;
import java.util.NavigableSet;
import java.util.OptionalLong;
import java.util.TreeSet;

/**
 * When to look because of hints: at once; when the fastest pass has surely reached a change that was made just before
 * ({@code change-feed.md §1}); and when the slowest has. At most one look a second, and all that are due within a second are one,
 * so that no flood of hints is remembered. Times are nanoseconds of a monotonic clock. Not for several threads.
 */
public final class HintedLooks {

    private static final long SECOND = Duration.ofSeconds(1).toNanos();
    /** A change is delivered by the first look that begins so long after it. */
    private static final long FASTEST = Duration.ofSeconds(4).toNanos();
    /** The CRM's time is a lower bound, and its seconds are whole. */
    private static final long INACCURACY = Duration.ofSeconds(2).toNanos();

    private final long slowest;
    private final long origin;
    /** In whole seconds since the origin. */
    private final NavigableSet<Long> due = new TreeSet<>();

    private boolean atOnce;
    private long lastLook;

    /** @param now the time of the clock */
    public HintedLooks(Duration verifyDelay, long now) {
        this.slowest = verifyDelay.toNanos() + INACCURACY;
        this.origin = now;
        this.lastLook = now - SECOND;
    }

    /** Something may have changed just now. */
    public void hint(long now) {
        atOnce = true;
        due.add(secondOf(now + FASTEST));
        due.add(secondOf(now + slowest));
    }

    /** Rounded up, so that no look comes too early to see its change. */
    private long secondOf(long time) {
        return (time - origin + SECOND - 1) / SECOND;
    }

    /** When the next look is due, which may be past; empty for never. */
    public OptionalLong next(long now) {
        if (!atOnce && due.isEmpty()) {
            return OptionalLong.empty();
        }
        long wanted = atOnce ? now : origin + due.first() * SECOND;
        return OptionalLong.of(Math.max(wanted, lastLook + SECOND));
    }

    /** A look begins. */
    public void look(long now) {
        lastLook = now;
        atOnce = false;
        due.headSet((now - origin) / SECOND, true).clear();
    }
}
