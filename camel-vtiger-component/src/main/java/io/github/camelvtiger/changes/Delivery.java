package io.github.camelvtiger.changes;

import io.github.camelvtiger.client.RecordId;
import java.time.Instant;

/**
 * One state of a record that reached the route: the idempotence key of the feed. A record can be delivered twice with
 * the same time, first half saved and then whole, so the time alone does not distinguish two states ({@code
 * change-feed.md §1}).
 *
 * @param modifiedTime whole seconds, on the clock of the CRM; of a deletion, when it was seen
 * @param hash of the fields, see {@link StateHash}; the word {@code deleted} for a deletion
 */
public record Delivery(RecordId id, Instant modifiedTime, String hash) implements CursorEntry {

    private static final String DELETED = "deleted";

    /** That a record was delivered as deleted; takes the place of what it was delivered as before. */
    static Delivery deleted(RecordId id, Instant seenGone) {
        return new Delivery(id, seenGone, DELETED);
    }

    boolean isDeletion() {
        return DELETED.equals(hash);
    }

    Position position() {
        return new Position(modifiedTime, id.number());
    }
}
