package io.github.camelvtiger.changes;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * How far a feed is behind the CRM. Written by its polls, read by any thread.
 *
 * <p>A feed is behind while it knows of a change that it has not delivered, and after a poll that did not come to its end:
 * whatever was changed since the last one that did may be waiting. After a poll that has delivered all it found it is not
 * behind, however long the next one is away.
 */
public final class FeedProgress {

    private final LongSupplier nanoTime;
    /** All that was changed before this was delivered; by the monotonic clock. */
    private volatile long deliveredUpTo;
    /** Whether there may be more since then. */
    private volatile boolean incomplete;
    /** When the oldest change was made that the route is working on; null for none. */
    private volatile Long oldestInFlight;

    private volatile int parked;

    /** @param nanoTime such as {@link System#nanoTime} */
    public FeedProgress(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        restart();
    }

    /** The consumer starts; how far the feed was before, its first poll will say. */
    public void restart() {
        deliveredUpTo = nanoTime.getAsLong();
        incomplete = false;
        oldestInFlight = null;
        parked = 0;
    }

    /**
     * The age of the oldest change that the feed has reason to think is not delivered; zero when there is none. Records that
     * are parked do not count, they are a number of their own.
     */
    public Duration lag() {
        Long inFlight = oldestInFlight;
        long now = nanoTime.getAsLong();
        if (inFlight != null) {
            return Duration.ofNanos(Math.max(0, now - inFlight));
        }
        return incomplete ? Duration.ofNanos(Math.max(0, now - deliveredUpTo)) : Duration.ZERO;
    }

    /** How many records are parked. */
    public int parked() {
        return parked;
    }

    /** A poll failed, whether or not it read anything. */
    public void failed() {
        oldestInFlight = null;
        incomplete = true;
    }

    /** All that was changed longer ago than this was delivered. */
    void deliveredUpTo(Duration ago) {
        deliveredUpTo = nanoTime.getAsLong() - ago.toNanos();
    }

    /** The route has changes to deliver, of which the oldest was made so long ago. */
    void inFlight(Duration oldest) {
        oldestInFlight = nanoTime.getAsLong() - oldest.toNanos();
    }

    /** The route has nothing more to deliver. */
    void nothingInFlight() {
        oldestInFlight = null;
    }

    /** @param whole whether it delivered all that it found */
    void pollEnded(boolean whole) {
        oldestInFlight = null;
        incomplete = !whole;
    }

    void parked(int records) {
        parked = records;
    }
}
