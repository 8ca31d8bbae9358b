package io.github.camelvtiger.changes;

import io.github.camelvtiger.client.RecordId;
import java.time.Instant;

/**
 * One state of a record that reached the route: the idempotence key of the feed. A record can be delivered twice with
 * the same time, first half saved and then whole, so the time alone does not tell two states apart ({@code
 * change-feed.md §1}).
 *
 * @param modifiedTime whole seconds, on the clock of the CRM
 * @param hash of the fields, see {@link StateHash}
 */
public record Delivery(RecordId id, Instant modifiedTime, String hash) implements CursorEntry {

    Position position() {
        return new Position(modifiedTime, id.number());
    }
}
