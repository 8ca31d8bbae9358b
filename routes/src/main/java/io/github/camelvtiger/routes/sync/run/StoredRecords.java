package io.github.camelvtiger.routes.sync.run;

import io.github.camelvtiger.client.ModuleDescription;
import io.github.camelvtiger.routes.sync.migration.StoredDifference;
import io.github.camelvtiger.routes.sync.rows.Row;
import io.github.camelvtiger.routes.sync.store.Reject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/** Leaves of the records of a portion what the target has otherwise, by one query for all of them. */
final class StoredRecords {

    private final RecordsById records;
    private final Targets targets;

    StoredRecords(CrmQuestions crm, Targets targets) {
        this.records = new RecordsById(crm);
        this.targets = targets;
    }

    /**
     * The portion with the fields that differ; a row whose record is as it should be needs nothing.
     *
     * @param seen sees each record that is there, by its id
     */
    Chunk differing(Chunk chunk, BiConsumer<String, Map<String, Object>> seen) {
        ModuleDescription module = targets.of(chunk.module()).description();
        Map<String, Map<String, Object>> stored = records.of(
                module,
                chunk.rows().stream()
                        .map(target -> String.valueOf(target.record().get("id")))
                        .toList());
        StoredDifference difference = new StoredDifference(module);
        List<Chunk.Target> rows = new ArrayList<>();
        List<Chunk.Refused> refused = new ArrayList<>();
        List<Row> needless = new ArrayList<>();
        for (Chunk.Target target : chunk.rows()) {
            Object id = target.record().get("id");
            Map<String, Object> there = stored.get(String.valueOf(id));
            Optional.ofNullable(there).ifPresent(record -> seen.accept(String.valueOf(id), record));
            if (there == null) {
                refused.add(new Chunk.Refused(
                        target.row(),
                        "It has become " + id
                                + ", which is not in this CRM any more; delete it in the other one, too, or"
                                + " restore it here from the Recycle Bin.",
                        Reject.Cause.REFUSED));
                continue;
            }
            Map<String, Object> fields = difference.of(target.record(), there);
            if (fields.isEmpty()) {
                needless.add(target.row());
            } else {
                Map<String, Object> record = new LinkedHashMap<>(fields);
                record.put("id", id);
                rows.add(new Chunk.Target(target.row(), record, target.created()));
            }
        }
        return chunk.with(rows, refused, needless);
    }
}
