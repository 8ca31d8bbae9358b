package io.github.camelvtiger.routes.sync.store;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A row, message or record that was refused.
 *
 * @param run the run that read it last
 * @param row its number in the source of that run
 * @param module of the target, if the source says for which one the row is
 * @param columns of that source, if it is a table
 * @param payload the cells as they were read
 * @param reason one sentence
 * @param tries how often it was tried
 * @param nextTry when it is tried again by itself; empty if it waits for a person
 * @param refused when it was refused first
 */
public record Reject(
        long id,
        String sync,
        String run,
        long row,
        String place,
        Optional<String> module,
        List<String> columns,
        Map<String, Object> payload,
        String reason,
        Cause cause,
        State state,
        int tries,
        Optional<Instant> nextTry,
        Instant refused) {

    /** Why it was refused, as far as another try is concerned. */
    public enum Cause {
        /** The row itself is damaged; only its correction helps. */
        ROW,
        /** What the row says cannot be done, as things are. */
        REFUSED,
        /** What may pass by itself, such as a server that is busy or a record that is not there yet. */
        PASSING
    }

    /** What becomes of it. */
    public enum State {
        OPEN,
        /** Given up by a person. */
        DROPPED,
        /** Tried again, or corrected, and written. */
        WRITTEN
    }
}
