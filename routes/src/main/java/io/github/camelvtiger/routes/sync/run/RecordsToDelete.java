package io.github.camelvtiger.routes.sync.run;

import io.github.camelvtiger.routes.sync.rows.Row;
import io.github.camelvtiger.routes.sync.store.Reject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Finds the records that rows say are to be deleted, a portion at a time. */
final class RecordsToDelete {

    private final Query query;

    /** Reads records of the CRM. */
    interface Query {

        /** @return the records whose first field has one of the values, with {@code id} and the fields */
        List<Map<String, Object>> find(String module, List<String> fields, List<String> values);
    }

    RecordsToDelete(Query query) {
        this.query = query;
    }

    /** The portion with ids. A row whose record is not there needs nothing; one of several records is refused. */
    Chunk found(Chunk chunk) {
        List<Chunk.Target> wanted = chunk.rows().stream()
                .filter(target -> !target.record().containsKey("id"))
                .toList();
        if (!chunk.deletes() || wanted.isEmpty()) {
            return chunk;
        }
        List<String> fields = List.copyOf(new TreeSet<>(wanted.get(0).record().keySet()));
        Map<String, List<String>> ids = ids(chunk.module(), fields, wanted);
        List<Chunk.Target> rows = new ArrayList<>();
        List<Chunk.Refused> refused = new ArrayList<>();
        List<Row> needless = new ArrayList<>();
        Set<String> taken = new LinkedHashSet<>();
        for (Chunk.Target target : chunk.rows()) {
            List<String> found = target.record().containsKey("id")
                    ? List.of(String.valueOf(target.record().get("id")))
                    : ids.getOrDefault(NaturalKey.of(fields, target.record()), List.of());
            if (found.size() > 1) {
                refused.add(new Chunk.Refused(
                        target.row(),
                        "There are " + found.size() + " records of " + chunk.module() + " with "
                                + String.join(", ", fields) + " of this row (" + String.join(", ", found)
                                + "), so none is deleted; give them different values.",
                        Reject.Cause.REFUSED));
            } else if (found.isEmpty() || !taken.add(found.get(0))) {
                needless.add(target.row());
            } else {
                rows.add(new Chunk.Target(target.row(), Map.of("id", found.get(0))));
            }
        }
        return chunk.with(rows, refused, needless);
    }

    private Map<String, List<String>> ids(String module, List<String> fields, List<Chunk.Target> wanted) {
        List<String> values = wanted.stream()
                .map(target -> String.valueOf(target.record().get(fields.get(0))))
                .distinct()
                .toList();
        Map<String, List<String>> ids = new HashMap<>();
        query.find(module, fields, values)
                .forEach(record -> ids.computeIfAbsent(NaturalKey.of(fields, record), key -> new ArrayList<>())
                        .add(String.valueOf(record.get("id"))));
        return ids;
    }
}
