package io.github.camelvtiger.changes;

import io.github.camelvtiger.client.RecordId;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a producer of this application made of a record, by the CRM's answer.
 *
 * @param modifiedTime that the write gave the record; null for a deletion
 * @param fields hashes of the values that are known to be the producer's, by field; of a new record all of them
 */
public record ProducerWrite(RecordId id, Kind kind, Instant modifiedTime, Map<String, Long> fields) {

    /** What was done. */
    public enum Kind {
        CREATED,
        CHANGED,
        DELETED
    }

    private static final String CREATED_TIME = "createdtime";

    /** Empty if another client may have changed the record before it was answered, or it is not known. */
    public static Optional<ProducerWrite> created(Map<String, ?> answer) {
        boolean untouched =
                answer.get(CREATED_TIME) != null && answer.get(CREATED_TIME).equals(answer.get(FeedColumns.MODIFIED));
        return untouched ? of(Kind.CREATED, answer, answer.keySet()) : Optional.empty();
    }

    /**
     * Empty for a module without times.
     *
     * @param names of the fields that were written and are answered as they were written
     */
    public static Optional<ProducerWrite> changed(Map<String, ?> answer, Collection<String> names) {
        return of(Kind.CHANGED, answer, names);
    }

    public static ProducerWrite deleted(RecordId id) {
        return new ProducerWrite(id, Kind.DELETED, null, Map.of());
    }

    /** The answer may be changed by whoever gets it next, so nothing of it is kept. */
    private static Optional<ProducerWrite> of(Kind kind, Map<String, ?> answer, Collection<String> names) {
        Object text = answer.get(FeedColumns.MODIFIED);
        Instant time = VtqlChangeSource.time(text);
        if (time == null || answer.get("id") == null) {
            return Optional.empty();
        }
        Map<String, Long> fields = new HashMap<>();
        names.forEach(name -> fields.put(name, FieldHashes.of(answer.get(name))));
        fields.put(FeedColumns.MODIFIED, FieldHashes.of(text));
        return Optional.of(
                new ProducerWrite(RecordId.parse(answer.get("id").toString()), kind, time, Map.copyOf(fields)));
    }
}
