package io.github.camelvtiger.routes.sync.store;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * A row, message or record that was refused.
 *
 * @param payload the cells as they were read
 * @param reason one sentence
 * @param passing whether the cause may pass, so that it is tried again by itself
 * @param tries how often it was tried
 * @param nextTry when it is due; empty if it is not tried again by itself
 */
public record Reject(
        long id,
        String sync,
        String run,
        long row,
        String place,
        Map<String, Object> payload,
        String reason,
        boolean passing,
        int tries,
        Optional<Instant> nextTry,
        State state,
        Instant refused) {

    /** What becomes of it. */
    public enum State {
        OPEN,
        /** Written since. */
        CLOSED,
        /** Given up by a person. */
        DROPPED
    }
}
