package io.github.camelvtiger.routes.once;

import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.apache.camel.support.ScheduledPollConsumer;

/**
 * Whether a change feed has nothing left of what was in the CRM when this was made, nor of what other feeds have written there since. A
 * change is delivered by the first poll that starts 4 seconds after it ({@code change-feed.md §1}); so the feed is idle after one such
 * poll that worked and brought nothing.
 */
public final class FeedIdle implements Leftover {

    private static final Duration REACH = Duration.ofSeconds(5);

    private final String routeId;
    private final ScheduledPollConsumer consumer;
    private final FeedWatch watch;
    private final LongSupplier nanoClock;
    private final long made;
    private long polls = -1;

    /** @param nanoClock {@link System#nanoTime()} */
    public FeedIdle(String routeId, ScheduledPollConsumer consumer, FeedWatch watch, LongSupplier nanoClock) {
        this.routeId = routeId;
        this.consumer = consumer;
        this.watch = watch;
        this.nanoClock = nanoClock;
        this.made = nanoClock.getAsLong();
    }

    /** Each look sees only what happened since the one before. */
    @Override
    public Optional<String> left() {
        return isIdle() ? Optional.empty() : Optional.of("changes that the route " + routeId + " has not yet read");
    }

    private boolean isIdle() {
        long quiet = Math.min(nanoClock.getAsLong() - made, watch.nanosSinceHandedOut());
        if (quiet < REACH.toNanos()) {
            polls = -1;
            return false;
        }
        if (polls < 0 || consumer.getErrorCounter() > 0) {
            polls = consumer.getCounter();
            return false;
        }
        // The count rises when a poll begins: two more are one whole poll in between.
        return consumer.getCounter() >= polls + 2;
    }
}
