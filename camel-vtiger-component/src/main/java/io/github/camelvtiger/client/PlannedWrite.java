package io.github.camelvtiger.client;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * One write as it is about to be sent.
 *
 * @param index the place of its element in the batch, from 0, the same when a batch is redelivered; 0 for a single record. An
 *     upsert with {@code onMultiple=all} has several writes of one index
 * @param module the API name of the record's module; empty if the user does not see the module of the id
 * @param id of the record; empty for a create, and for a change of a record whose create was only rehearsed
 *     ({@link WithheldWriteException#dryRun})
 * @param stored the record as it is before, in the server's forms; empty for a create. A change has at least those
 *     of its fields in it that the server shows; a delete has all, and the line items of an order in {@link LineItems#FIELD}
 * @param fields what is sent, in the server's forms, without the id; for an order that includes what it would lose otherwise. Empty for a
 *     delete. The owner that a create gets if none is given is among them, the mark of {@code ambiguousWrites=verify} is not
 * @param referrers for a delete the ids of the records that refer to it, ascending, by the reference field of their module;
 *     fields without any are left out, as are modules that the user cannot query
 */
public record PlannedWrite(
        int index,
        Kind kind,
        String module,
        Optional<RecordId> id,
        Map<String, Object> stored,
        Map<String, Object> fields,
        Map<ReferenceField, List<RecordId>> referrers) {

    public PlannedWrite {
        stored = unmodifiable(stored);
        fields = unmodifiable(fields);
        referrers = unmodifiable(referrers);
    }

    /** In the order that was given; values may be null. */
    private static <K, V> Map<K, V> unmodifiable(Map<K, V> map) {
        return Collections.unmodifiableMap(new LinkedHashMap<>(map));
    }

    public static PlannedWrite create(int index, String module, Map<String, Object> fields) {
        return new PlannedWrite(index, Kind.CREATE, module, Optional.empty(), Map.of(), fields, Map.of());
    }

    /** What the server is asked to do. */
    public enum Kind {
        CREATE,
        /** All of the record is written; the server demands every mandatory field. */
        UPDATE,
        /** Only the fields that are sent are written. */
        REVISE,
        DELETE;

        /** As the server names it, such as {@code create}. */
        public String operation() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Names the fields without their values. */
    @Override
    public String toString() {
        return kind.operation() + " of " + id.map(RecordId::toString).orElse("a record of " + module)
                + (fields.isEmpty() ? "" : " with " + String.join(", ", fields.keySet()));
    }
}
