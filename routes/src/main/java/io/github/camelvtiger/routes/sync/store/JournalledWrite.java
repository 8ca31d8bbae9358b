package io.github.camelvtiger.routes.sync.store;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One write of a run, before and after it was sent.
 *
 * @param row the row's number in its source; 0 if none caused it
 * @param place where a person finds the row
 * @param recordId empty for a create whose answer did not come
 * @param stored the record before, as far as it was looked up; empty for a create
 * @param sent the fields that were sent; empty for a delete
 * @param answered what the CRM answered: all of a new record; of another the fields that were sent,
 *     {@code modifiedtime}, and those that changed along
 * @param referrers for a delete: per field, as {@code Module.field}, the ids of the records that referred to it
 * @param failure why it was refused, or is not known to have been done
 */
public record JournalledWrite(
        long id,
        String run,
        long row,
        String place,
        Kind kind,
        String module,
        Optional<String> recordId,
        Map<String, Object> stored,
        Map<String, Object> sent,
        Map<String, Object> answered,
        Map<String, List<String>> referrers,
        State state,
        Optional<String> failure,
        Instant intended,
        Optional<Instant> ended) {

    /** The same, of a record that was found later. */
    public JournalledWrite of(String record) {
        return new JournalledWrite(
                id,
                run,
                row,
                place,
                kind,
                module,
                Optional.of(record),
                stored,
                sent,
                answered,
                referrers,
                state,
                failure,
                intended,
                ended);
    }

    /** What was asked of the CRM. */
    public enum Kind {
        CREATE,
        UPDATE,
        REVISE,
        DELETE
    }

    /** What is known of it. */
    public enum State {
        /** About to be sent, or sent by a process that was killed before the answer. */
        INTENDED,
        WRITTEN,
        REFUSED,
        /** It may have reached the CRM; no answer came. */
        AMBIGUOUS,
        /** What it wrote was erased on demand. */
        FORGOTTEN
    }
}
