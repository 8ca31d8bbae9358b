package io.github.camelvtiger.changes;

import java.time.Instant;
import java.util.List;
import java.util.function.IntConsumer;

/**
 * One answer of the source on its way through the feed.
 *
 * @param states in the order that was asked for
 * @param serverTime when the server began to answer
 * @param full whether more may follow it
 * @param progress moves the cursor over the first n states
 */
record FeedPage(List<RecordState> states, Instant serverTime, boolean full, IntConsumer progress) {

    FeedPage first(int count) {
        return count == states.size() ? this : new FeedPage(states.subList(0, count), serverTime, true, progress);
    }
}
