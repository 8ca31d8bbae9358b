package io.github.camelvtiger.routes.sync.run;

import io.github.camelvtiger.routes.sync.mapping.MappedRow;
import io.github.camelvtiger.routes.sync.mapping.RowMapping;
import io.github.camelvtiger.routes.sync.rows.Row;
import io.github.camelvtiger.routes.sync.store.JournalledWrite;
import io.github.camelvtiger.routes.sync.store.Reject;
import java.util.Optional;
import java.util.function.Function;

/**
 * What each row of a run asks for: nothing if an interrupted run has done it or a rule skips it, else that its record is deleted or
 * written.
 */
final class RowTargets implements Function<Row, RowTarget> {

    private final String module;
    private final RowMapping mapping;
    private final RecordsOfRows records;
    private final RejectedBefore rejected;
    private final Optional<InterruptedRun> earlier;
    private final Optional<PlannedRows> plan;
    private final DeletedRows deleted;

    /**
     * @param records which record a row is
     * @param earlier empty if nothing is written
     * @param plan whose rejected rows stay rejected
     * @param deleted rows whose record is not written, but deleted
     */
    RowTargets(
            String module,
            RowMapping mapping,
            RecordsOfRows records,
            RejectedBefore rejected,
            Optional<InterruptedRun> earlier,
            Optional<PlannedRows> plan,
            DeletedRows deleted) {
        this.module = module;
        this.mapping = mapping;
        this.records = records;
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
            return records.write(row, record.fields());
        }
        if (mapped instanceof MappedRow.Deletion deletion) {
            return new RowTarget.Write(module, RowTarget.DELETE, deletion.key());
        }
        return mapped instanceof MappedRow.Rejected unfit
                ? new RowTarget.Refusal(unfit.reason(), Reject.Cause.REFUSED)
                : RowTarget.Nothing.SKIPPED;
    }
}
