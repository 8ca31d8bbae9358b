package io.github.camelvtiger.routes.sync.run;

import io.github.camelvtiger.routes.sync.rows.Row;
import java.util.Optional;

/**
 * What became of a row.
 *
 * @param record the id of its record in the CRM, if one is known
 * @param reason why it was rejected, in one sentence
 */
public record RowOutcome(Row row, State state, Optional<String> record, Optional<String> reason) {

    /** In short. */
    public enum State {
        /** The CRM has it, or needs nothing of it. */
        DONE,
        REJECTED,
        /** Its sync leaves it out. */
        SKIPPED
    }
}
