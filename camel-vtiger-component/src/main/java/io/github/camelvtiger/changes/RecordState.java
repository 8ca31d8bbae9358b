package io.github.camelvtiger.changes;

import io.github.camelvtiger.client.RecordId;
import java.time.Instant;
import java.util.Map;

/**
 * A record as one query found it.
 *
 * @param modifiedTime whole seconds, on the clock of the CRM
 * @param createdTime likewise; null where the module has none
 * @param fields all that was read, in the server's order
 */
public record RecordState(RecordId id, Instant modifiedTime, Instant createdTime, Map<String, Object> fields) {

    Position position() {
        return new Position(modifiedTime, id.number());
    }

    Delivery delivery() {
        return new Delivery(id, modifiedTime, StateHash.of(fields));
    }
}
