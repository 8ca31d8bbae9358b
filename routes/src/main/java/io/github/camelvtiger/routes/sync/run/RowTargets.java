package io.github.camelvtiger.routes.sync.run;

import io.github.camelvtiger.routes.sync.mapping.MappedRow;
import io.github.camelvtiger.routes.sync.mapping.RowMapping;
import io.github.camelvtiger.routes.sync.mark.Mark;
import io.github.camelvtiger.routes.sync.rows.Row;
import io.github.camelvtiger.routes.sync.store.JournalledWrite;
import io.github.camelvtiger.routes.sync.store.Reject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What each row of a run asks for: nothing if an interrupted run has done it; an update if it has an id, an upsert if the
 * sync says what makes a record the same, a create otherwise. A record that is created carries a mark, by which it is found
 * if the process ends before the answer.
 */
final class RowTargets implements Function<Row, RowTarget> {

    private final String module;
    private final List<String> match;
    private final RowMapping mapping;
    private final Optional<Marks> marks;
    private final RejectedBefore rejected;
    private final Optional<InterruptedRun> earlier;
    private final Optional<PlannedRows> plan;
    private final DeletedRows deleted;

    /**
     * @param match the fields by which a record is found again; empty if none are
     * @param marks of created records; empty if the module's records cannot carry one
     * @param earlier empty if nothing is written
     * @param plan whose rejected rows stay rejected
     * @param deleted rows whose record is not written, but deleted
     */
    RowTargets(
            String module,
            List<String> match,
            RowMapping mapping,
            Optional<Marks> marks,
            RejectedBefore rejected,
            Optional<InterruptedRun> earlier,
            Optional<PlannedRows> plan,
            DeletedRows deleted) {
        this.module = module;
        this.match = match;
        this.mapping = mapping;
        this.marks = marks;
        this.rejected = rejected;
        this.earlier = earlier;
        this.plan = plan;
        this.deleted = deleted;
    }

    @Override
    public RowTarget apply(Row row) {
        Optional<JournalledWrite> written = earlier.flatMap(run -> run.written(row));
        if (written.isPresent()) {
            JournalledWrite.Kind kind = written.get().kind();
            return new RowTarget.Nothing(
                    kind == JournalledWrite.Kind.CREATE,
                    kind == JournalledWrite.Kind.UPDATE || kind == JournalledWrite.Kind.REVISE,
                    kind == JournalledWrite.Kind.DELETE);
        }
        plan.ifPresent(rows -> rows.advance(row.number()));
        Optional<RowTarget.Refusal> refusal = plan.flatMap(rows -> rows.rejection(row.number()))
                .or(() -> rejected.fault(row).map(fault -> new RowTarget.Refusal(fault, Reject.Cause.REFUSED)));
        if (refusal.isPresent()) {
            return refusal.get();
        }
        Optional<RowTarget> gone = deleted.of(row);
        if (gone.isPresent()) {
            return gone.get();
        }
        MappedRow mapped = mapping.map(row);
        if (mapped instanceof MappedRow.Record record) {
            return write(row, record.fields());
        }
        if (mapped instanceof MappedRow.Deletion deletion) {
            return new RowTarget.Write(module, RowTarget.DELETE, deletion.key());
        }
        return mapped instanceof MappedRow.Rejected unfit
                ? new RowTarget.Refusal(unfit.reason(), Reject.Cause.REFUSED)
                : RowTarget.Nothing.SKIPPED;
    }

    private RowTarget write(Row row, Map<String, Object> fields) {
        Object id = fields.get("id");
        if (id != null && !id.toString().isBlank()) {
            return new RowTarget.Write(module, "revise", fields);
        }
        Map<String, Object> record = new LinkedHashMap<>(fields);
        record.remove("id");
        if (!match.isEmpty()) {
            return new RowTarget.Write(module, "upsert", record);
        }
        Optional<String> left = rejected.record(row);
        if (left.isPresent()) {
            record.put("id", left.get());
            return new RowTarget.Write(module, "revise", record);
        }
        marks.ifPresent(each -> record.put(Mark.FIELD, each.of(row)));
        return new RowTarget.Write(module, "create", record);
    }
}
