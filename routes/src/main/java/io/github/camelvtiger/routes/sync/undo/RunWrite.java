package io.github.camelvtiger.routes.sync.undo;

import io.github.camelvtiger.client.PlannedWrite.Kind;
import io.github.camelvtiger.client.RecordId;
import io.github.camelvtiger.client.ReferenceField;
import io.github.camelvtiger.routes.sync.store.JournalledWrite;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One write of a run that was made, as the journal has it. One of which that is not known may be among them if its record is
 * known: what was not made is found to be as before.
 *
 * @param row the number of the row that caused it; 0 if none did
 * @param stored the record before, with at least the fields that were sent; empty for a create, whole for a delete
 * @param sent the fields that were sent; empty for a delete
 * @param answered of what the CRM answered, at least the fields that were sent and {@code modifiedtime}, for a create best all of it; what was sent
 *     is taken for a field that is missing. Empty for a delete
 * @param referrers for a delete, the ids of the records that referred to it
 */
public record RunWrite(
        long row,
        Kind kind,
        String module,
        RecordId id,
        Map<String, Object> stored,
        Map<String, Object> sent,
        Map<String, Object> answered,
        Map<ReferenceField, List<RecordId>> referrers) {

    /** Empty for a write that was refused, and for a create whose record is not known. */
    public static Optional<RunWrite> of(JournalledWrite write) {
        return write.state() == JournalledWrite.State.REFUSED
                ? Optional.empty()
                : write.recordId()
                        .map(id -> new RunWrite(
                                write.row(),
                                Kind.valueOf(write.kind().name()),
                                write.module(),
                                RecordId.parse(id),
                                write.stored(),
                                write.sent(),
                                write.answered(),
                                referrers(write)));
    }

    private static Map<ReferenceField, List<RecordId>> referrers(JournalledWrite write) {
        Map<ReferenceField, List<RecordId>> referrers = new LinkedHashMap<>();
        write.referrers().forEach((name, ids) -> {
            int dot = name.indexOf('.');
            referrers.put(
                    new ReferenceField(name.substring(0, dot), name.substring(dot + 1)),
                    ids.stream().map(RecordId::parse).toList());
        });
        return referrers;
    }
}
