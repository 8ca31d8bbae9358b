package io.github.camelvtiger.changes;

import io.github.camelvtiger.client.RecordId;
import java.time.Instant;
import java.util.Map;

/**
 * A record as one query found it.
 *
 * @param modifiedTime whole seconds, on the clock of the CRM; null when the record bears none that can be read
 * @param createdTime likewise; null also where the module has none
 * @param fields all that was read, in the server's order
 */
public record RecordState(RecordId id, Instant modifiedTime, Instant createdTime, Map<String, Object> fields) {

    /** Whether it has a place in the order of changes. */
    boolean hasTime() {
        return modifiedTime != null;
    }

    Position position() {
        return new Position(modifiedTime, id.number());
    }

    /** @param found when it was met, in place of the time, which the record does not have */
    Delivery delivery(Instant found) {
        return new Delivery(id, hasTime() ? modifiedTime : found, StateHash.of(fields));
    }

    /** Whether this state was what a delivery handed out. The time that a record does not bear is not compared. */
    boolean wasHandedOutBy(Delivery last) {
        return last != null
                && (!hasTime() || modifiedTime.equals(last.modifiedTime()))
                && (last.hash().equals(StateHash.of(fields)) || last.hash().equals(StateHash.ofFirstRule(fields)));
    }
}
