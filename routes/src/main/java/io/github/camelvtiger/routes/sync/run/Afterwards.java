package io.github.camelvtiger.routes.sync.run;

import io.github.camelvtiger.routes.sync.store.Intent;
import io.github.camelvtiger.routes.sync.store.Journal;
import io.github.camelvtiger.routes.sync.store.JournalledWrite;
import io.github.camelvtiger.routes.sync.store.Settled;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Journals what a run has done to the records that it created by other writes than their own: a comment, a relation or a file changes the time
 * of a record, and a file the fields that describe it. Else an undo of the run would take that for the work of another client.
 */
final class Afterwards {

    static final Set<String> FIELDS = Set.of("modifiedtime", "filename", "filetype", "filesize");

    private final Journal journal;

    Afterwards(Journal journal) {
        this.journal = journal;
    }

    /** @param now the fields of the records of a portion as they are, by the id of their record */
    void note(String run, Map<String, Map<String, Object>> now) {
        Map<String, JournalledWrite> created = new LinkedHashMap<>();
        Map<String, Map<String, Object>> last = new HashMap<>();
        journal.ofRecords(run, now.keySet()).forEach(write -> write.recordId().ifPresent(id -> {
            if (write.kind() == JournalledWrite.Kind.CREATE) {
                created.put(id, write);
            }
            Map<String, Object> known = last.computeIfAbsent(id, same -> new HashMap<>());
            write.answered().forEach((field, value) -> {
                if (FIELDS.contains(field)) {
                    known.put(field, value);
                }
            });
        }));
        List<Settled> settled = new ArrayList<>();
        created.forEach((id, write) -> {
            Map<String, Object> fields = now.get(id);
            if (!fields.equals(last.get(id))) {
                long number = journal.intend(new Intent(
                        run,
                        0,
                        write.place() + ", by what belongs to it",
                        null,
                        JournalledWrite.Kind.REVISE,
                        write.module(),
                        id,
                        Map.of(),
                        Map.of(),
                        Map.of()));
                settled.add(Settled.written(number, id, fields));
            }
        });
        journal.settle(settled);
    }
}
