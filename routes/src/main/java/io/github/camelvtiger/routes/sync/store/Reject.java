package io.github.camelvtiger.routes.sync.store;

import java.time.Instant;
import java.util.Map;

/**
 * A row, message or record that was refused.
 *
 * @param payload the cells as they were read
 * @param reason one sentence
 */
public record Reject(
        long id,
        String sync,
        String run,
        long row,
        String place,
        Map<String, Object> payload,
        String reason,
        State state,
        Instant refused) {

    /** What becomes of it. */
    public enum State {
        OPEN,
        /** Given up by a person. */
        DROPPED
    }
}
