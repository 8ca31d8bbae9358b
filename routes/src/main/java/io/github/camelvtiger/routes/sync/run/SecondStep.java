package io.github.camelvtiger.routes.sync.run;

import io.github.camelvtiger.client.BatchItem;
import io.github.camelvtiger.client.BatchResult;
import io.github.camelvtiger.client.VtigerException;
import io.github.camelvtiger.routes.sync.rows.Row;
import io.github.camelvtiger.routes.sync.store.OpenReferences;
import io.github.camelvtiger.routes.sync.store.OpenReferences.Due;
import io.github.camelvtiger.routes.sync.store.Reject;
import io.github.camelvtiger.routes.sync.store.RunCounts;
import io.github.camelvtiger.routes.sync.store.SyncStore;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Writes references that were left empty, since what they refer to was not there: once it is. They are part of the records that were
 * written before, so no plan names them and no limit counts them; the journal does. Those that the CRM refuses are rejects.
 */
final class SecondStep {

    private static final String OPTIONS = "?validate=true&onAltered=fail&ambiguousWrites=verify";

    private final String sync;
    private final SyncStore store;
    private final OpenReferences references;
    private final CrmQuestions source;
    private final CrmQuestions target;

    SecondStep(String sync, SyncStore store, CrmQuestions source, CrmQuestions target) {
        this.sync = sync;
        this.store = store;
        this.references = store.references();
        this.source = source;
        this.target = target;
    }

    /** All that can be written now. */
    void write(WritePass pass) {
        List<String> page = references.sources(sync, "", RowChunks.ROWS);
        while (!page.isEmpty()) {
            writeOf(pass, page);
            page = references.sources(sync, page.get(page.size() - 1), RowChunks.ROWS);
        }
    }

    /** Those that have waited for these records, of which there are no more than a portion. */
    void write(WritePass pass, List<String> come) {
        List<String> waiting = references.waitingFor(sync, come);
        for (int from = 0; from < waiting.size(); from += RowChunks.ROWS) {
            writeOf(pass, waiting.subList(from, Math.min(from + RowChunks.ROWS, waiting.size())));
        }
    }

    private void writeOf(WritePass pass, List<String> sources) {
        Map<String, List<Due>> byModule = new LinkedHashMap<>();
        references.due(sync, sources).forEach(one -> byModule.computeIfAbsent(one.module(), same -> new ArrayList<>())
                .add(one));
        byModule.forEach((module, due) -> write(pass, module, due));
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
        List<Refused> refused = new ArrayList<>();
        for (int index = 0; index < rows.size(); index++) {
            if (items.get(index).hasFailed()) {
                List<Due> fields = byRecord.get(rows.get(index).record().get("id"));
                refused.add(new Refused(fields, items.get(index).error()));
            }
        }
        List<Chunk.Refused> rejects = rejects(module, refused);
        // At once: a reject whose reference is still open after a kill would be rejected again.
        store.together(() -> {
            rejects.forEach(pass::rejectBehind);
            references.close(sync, due);
        });
    }

    /** References of one record, and why they were not written. */
    private record Refused(List<Due> references, VtigerException failure) {

        String place() {
            return references.get(0).source();
        }

        /** The id in the source. */
        String id() {
            return place().substring(place().indexOf(' ') + 1);
        }

        String sentence() {
            return "The record " + references.get(0).id() + " is there, without its "
                    + references.stream().map(Due::field).collect(Collectors.joining(" and ")) + ": "
                    + failure.getMessage();
        }
    }

    /** With the whole record, by which each can be tried again; not if the old CRM has lost it, which its feed will say. */
    private List<Chunk.Refused> rejects(String module, List<Refused> refused) {
        List<Chunk.Refused> rejects = new ArrayList<>();
        if (refused.isEmpty()) {
            return rejects;
        }
        Map<String, Map<String, Object>> records = new RecordsById(source)
                .of(source.describe(module), refused.stream().map(Refused::id).toList());
        for (Refused one : refused) {
            if (!records.containsKey(one.id())) {
                continue;
            }
            Row row = new Row(
                    0, one.place(), records.get(one.id()), Optional.of(module), Optional.empty(), Optional.empty());
            rejects.add(new Chunk.Refused(row, one.sentence(), RejectCauses.of(one.failure())));
        }
        return rejects;
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
