package io.github.camelvtiger.routes.sync.store;

import java.util.Map;

/**
 * What became of a journalled write.
 *
 * @param write its number
 * @param recordId of the record that was written; null if it is not known
 * @param answered see {@link JournalledWrite#answered()}
 * @param failure one sentence; null if it was written
 */
public record Settled(
        long write, JournalledWrite.State state, String recordId, Map<String, Object> answered, String failure) {

    /** The CRM answered that it was done. */
    public static Settled written(long write, String recordId, Map<String, Object> answered) {
        return new Settled(write, JournalledWrite.State.WRITTEN, recordId, answered, null);
    }

    /** It was not done. */
    public static Settled refused(long write, String reason) {
        return new Settled(write, JournalledWrite.State.REFUSED, null, Map.of(), reason);
    }

    /** It may have been done. */
    public static Settled ambiguous(long write, String reason) {
        return new Settled(write, JournalledWrite.State.AMBIGUOUS, null, Map.of(), reason);
    }
}
