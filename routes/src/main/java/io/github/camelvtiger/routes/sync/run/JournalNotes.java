package io.github.camelvtiger.routes.sync.run;

import io.github.camelvtiger.client.AmbiguousWriteException;
import io.github.camelvtiger.client.PlannedWrite;
import io.github.camelvtiger.client.RecordId;
import io.github.camelvtiger.client.VtigerException;
import io.github.camelvtiger.routes.sync.store.Intent;
import io.github.camelvtiger.routes.sync.store.Journal;
import io.github.camelvtiger.routes.sync.store.JournalledWrite;
import io.github.camelvtiger.routes.sync.store.Settled;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What the component reports of a write, as the journal keeps it. */
final class JournalNotes {

    private JournalNotes() {}

    /**
     * @param reject the reject of which it is a try; null if it is of none
     * @return the number of the write in the journal
     */
    static long intend(Journal journal, String run, long row, String place, Long reject, PlannedWrite write) {
        return journal.intend(new Intent(
                run,
                row,
                place,
                reject,
                JournalledWrite.Kind.valueOf(write.kind().name()),
                write.module(),
                write.id().map(RecordId::toString).orElse(null),
                write.stored(),
                write.fields(),
                referrers(write)));
    }

    /** By {@code Module.field}. */
    private static Map<String, List<String>> referrers(PlannedWrite write) {
        Map<String, List<String>> referrers = new LinkedHashMap<>();
        write.referrers()
                .forEach((field, ids) -> referrers.put(
                        field.module() + "." + field.field(),
                        ids.stream().map(RecordId::toString).toList()));
        return referrers;
    }

    static Settled written(long number, PlannedWrite write, Map<String, Object> answer) {
        Object id = write.id().<Object>map(RecordId::toString).orElse(answer.get("id"));
        return Settled.written(number, String.valueOf(id), kept(answer, write.fields(), write.stored()));
    }

    static Settled failed(long number, VtigerException failure) {
        return failure instanceof AmbiguousWriteException
                ? Settled.ambiguous(number, failure.getMessage())
                : Settled.refused(number, failure.getMessage());
    }

    /**
     * The fields of an answer that a person, an undo and a later look need: all of a new record, so that an edit within the
     * second of its creation is seen; what was sent, and what changed along with it, of one that was there.
     */
    static Map<String, Object> kept(Map<String, Object> answer, Map<String, Object> sent, Map<String, Object> stored) {
        if (stored.isEmpty()) {
            return answer;
        }
        Map<String, Object> kept = new LinkedHashMap<>();
        answer.forEach((field, value) -> {
            boolean changedAlong = stored.containsKey(field) && !Objects.equals(stored.get(field), value);
            if (sent.containsKey(field) || field.equals("modifiedtime") || changedAlong) {
                kept.put(field, value);
            }
        });
        return kept;
    }
}
