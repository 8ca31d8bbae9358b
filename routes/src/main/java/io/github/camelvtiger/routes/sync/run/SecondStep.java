package io.github.camelvtiger.routes.sync.run;

import io.github.camelvtiger.client.BatchItem;
import io.github.camelvtiger.client.BatchResult;
import io.github.camelvtiger.routes.sync.rows.Row;
import io.github.camelvtiger.routes.sync.store.OpenReferences;
import io.github.camelvtiger.routes.sync.store.OpenReferences.Due;
import io.github.camelvtiger.routes.sync.store.Reject;
import io.github.camelvtiger.routes.sync.store.RunCounts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Writes references that were left empty, since what they refer to was not there: once it is. They are part of the records that were
 * written before, so no plan names them and no limit counts them; the journal does.
 */
final class SecondStep {

    private static final String OPTIONS = "?validate=true&onAltered=fail&ambiguousWrites=verify";

    private final String sync;
    private final OpenReferences references;
    private final CrmQuestions target;

    SecondStep(String sync, OpenReferences references, CrmQuestions target) {
        this.sync = sync;
        this.references = references;
        this.target = target;
    }

    /** All that can be written now. */
    void write(WritePass pass) {
        List<Due> due = references.due(sync, RowChunks.ROWS);
        while (!due.isEmpty()) {
            String module = due.get(0).module();
            write(
                    pass,
                    module,
                    due.stream().filter(one -> one.module().equals(module)).toList());
            due = references.due(sync, RowChunks.ROWS);
        }
    }

    private void write(WritePass pass, String module, List<Due> due) {
        Map<String, List<Due>> byRecord = new LinkedHashMap<>();
        due.forEach(one ->
                byRecord.computeIfAbsent(one.id(), same -> new ArrayList<>()).add(one));
        List<Chunk.Target> rows = new ArrayList<>();
        byRecord.forEach((id, fields) -> {
            Map<String, Object> record = new LinkedHashMap<>();
            record.put("id", id);
            fields.forEach(field -> record.put(field.field(), field.referred()));
            rows.add(row(fields.get(0).source(), module, record));
        });
        List<BatchItem> items = revise(pass, module, rows);
        for (int index = 0; index < rows.size(); index++) {
            BatchItem item = items.get(index);
            byRecord.get(rows.get(index).record().get("id")).forEach(one -> {
                if (item.hasFailed()) {
                    references.refused(sync, one, item.error().getMessage());
                } else {
                    references.written(sync, one);
                }
            });
        }
    }

    /** Writes to records that are there, beside the rows of a source. */
    List<BatchItem> revise(WritePass pass, String module, List<Chunk.Target> rows) {
        Chunk chunk = new Chunk(module, "revise", rows, List.of(), List.of(), RunCounts.NONE, 0);
        JournallingInterceptor journal = pass.unplanned(chunk);
        BatchResult result = target.write("vtiger:revise/" + module + OPTIONS, chunk.records(), journal);
        pass.settle(journal);
        for (BatchItem item : result.failed()) {
            RejectCauses.endingRun(item.error()).ifPresent(end -> {
                throw end;
            });
            if (RejectCauses.of(item.error()) == Reject.Cause.PASSING) {
                throw item.error();
            }
        }
        return result.items();
    }

    /** @param place what in the source is the cause */
    static Chunk.Target row(String place, String module, Map<String, Object> record) {
        return new Chunk.Target(
                new Row(0, place, Map.of(), Optional.of(module), Optional.empty(), Optional.empty()), record);
    }
}
