package io.github.camelvtiger.routes.sync.run;

import io.github.camelvtiger.client.BatchItem;
import io.github.camelvtiger.client.BatchResult;
import io.github.camelvtiger.client.RecordNotFoundException;
import io.github.camelvtiger.client.WriteInterceptor;
import io.github.camelvtiger.routes.sync.rows.Row;
import io.github.camelvtiger.routes.sync.store.JournalledWrite;
import io.github.camelvtiger.routes.sync.store.Links;
import io.github.camelvtiger.routes.sync.store.Refusal;
import io.github.camelvtiger.routes.sync.store.Run;
import io.github.camelvtiger.routes.sync.store.RunCounts;
import io.github.camelvtiger.routes.sync.store.Settled;
import io.github.camelvtiger.routes.sync.store.SyncStore;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * Lets every write pass, and journals it: what is about to be sent before it is sent, what became of it when the portion is
 * done. Only then does the run's position move, so what a killed process leaves is found behind the position.
 */
final class WritePass implements Pass {

    private final SyncStore store;
    private final Run run;
    private final Optional<PlannedRows> plan;
    private final InterruptedRun earlier;
    private final Executor executor;
    private final Optional<Links> links;
    private final Function<UnaryOperator<WriteInterceptor>, NewRecords> newRecords;
    private final RowOutcomes kept;

    /**
     * @param plan what is to be written, and nothing else; empty: whatever is necessary
     * @param earlier what an interrupted run of the same source has left
     * @param stopping whether nothing is to be waited for any longer
     */
    WritePass(RunTools tools, Run run, Optional<PlannedRows> plan, InterruptedRun earlier, BooleanSupplier stopping) {
        this.store = tools.store();
        this.run = run;
        this.plan = plan;
        this.earlier = earlier;
        this.executor = tools.executor();
        this.links = tools.links();
        this.kept = tools.outcomes();
        this.newRecords =
                limits -> new ReferencedRecords(store, run, tools.targets().first(), tools.clock(), limits, stopping);
    }

    @Override
    public long after() {
        return run.position();
    }

    @Override
    public NewRecords newRecords() {
        return newRecords(UnaryOperator.identity());
    }

    /** The same, with something that sees each write first and may withhold it. */
    NewRecords newRecords(UnaryOperator<WriteInterceptor> limits) {
        return newRecords.apply(limits);
    }

    @Override
    public WriteInterceptor interceptor(Chunk chunk) {
        return new JournallingInterceptor(store.journal(), run.id(), chunk, plan, earlier, executor);
    }

    /** Sees writes that no plan names, since they follow from others. */
    JournallingInterceptor unplanned(Chunk chunk) {
        return new JournallingInterceptor(store.journal(), run.id(), chunk, Optional.empty(), earlier, executor);
    }

    /** Keeps what became of them. */
    void settle(JournallingInterceptor unplanned) {
        store.journal().settle(unplanned.outcomes());
    }

    @Override
    public Optional<WritePass> writing() {
        return Optional.of(this);
    }

    @Override
    public void done(Chunk chunk, WriteInterceptor interceptor, BatchResult result) {
        JournallingInterceptor journalled = (JournallingInterceptor) interceptor;
        List<Settled> outcomes = new ArrayList<>(journalled.outcomes());
        TreeMap<Long, Chunk.Refused> refused = new TreeMap<>();
        chunk.refused().forEach(each -> refused.put(each.row().number(), each));
        RunCounts counts = chunk.done();
        List<Row> well = new ArrayList<>(chunk.idle());
        well.addAll(chunk.needless());
        Optional<RuntimeException> end = Optional.empty();
        for (int index = 0; index < chunk.rows().size(); index++) {
            Row row = chunk.rows().get(index).row();
            BatchItem item = result.items().get(index);
            outcomes.addAll(earlier.settled(row, item));
            if (isGone(chunk, item)) {
                well.add(row);
                counts = counts.plus(new RunCounts(0, 0, 1, 0, 0, 0));
            } else if (item.hasFailed()) {
                end = end.or(() -> RejectCauses.endingRun(item.error()));
                refused.put(
                        row.number(), new Chunk.Refused(row, item.error().getMessage(), RejectCauses.of(item.error())));
            } else {
                well.add(row);
                counts = counts.plus(counted(item));
            }
        }
        counts = counts.plus(new RunCounts(0, 0, 0, 0, refused.size(), 0));
        if (end.isPresent()) {
            // The position stays, so that the next run goes on with this portion; what is written of it is in the
            // journal.
            store.journal().settle(outcomes);
            throw end.get();
        }
        links.ifPresent(known -> link(known, chunk, result));
        // Rejects first: a row that was written and altered would pass for one that is well otherwise.
        refused.values().forEach(this::keep);
        store.journal().settle(outcomes);
        well.forEach(row -> RejectedBefore.id(row).ifPresent(store.rejects()::written));
        kept.settle(outcomes(chunk, result, refused));
        store.runs().advance(run.id(), chunk.lastRow(), counts);
    }

    private List<RowOutcome> outcomes(Chunk chunk, BatchResult result, Map<Long, Chunk.Refused> refused) {
        List<RowOutcome> outcomes = new ArrayList<>();
        chunk.refused().forEach(each -> outcomes.add(rejected(each, Optional.empty())));
        for (int index = 0; index < chunk.rows().size(); index++) {
            Row row = chunk.rows().get(index).row();
            BatchItem item = result.items().get(index);
            Optional<String> id =
                    Optional.ofNullable(item.hasFailed() ? item.error().getRecordId() : item.id());
            outcomes.add(
                    refused.containsKey(row.number())
                            ? rejected(refused.get(row.number()), id)
                            : new RowOutcome(row, RowOutcome.State.DONE, id, Optional.empty()));
        }
        for (Row row : chunk.idle()) {
            Optional<JournalledWrite> written = earlier.written(row);
            outcomes.add(new RowOutcome(
                    row,
                    written.isPresent() ? RowOutcome.State.DONE : RowOutcome.State.SKIPPED,
                    written.flatMap(JournalledWrite::recordId),
                    Optional.empty()));
        }
        chunk.needless()
                .forEach(row ->
                        outcomes.add(new RowOutcome(row, RowOutcome.State.DONE, Optional.empty(), Optional.empty())));
        return outcomes;
    }

    private static RowOutcome rejected(Chunk.Refused refused, Optional<String> id) {
        return new RowOutcome(refused.row(), RowOutcome.State.REJECTED, id, Optional.of(refused.reason()));
    }

    /** A record that is to be deleted, and is not there any more. */
    private static boolean isGone(Chunk chunk, BatchItem item) {
        return chunk.deletes() && item.error() instanceof RecordNotFoundException;
    }

    private void link(Links known, Chunk chunk, BatchResult result) {
        Map<String, String> records = new LinkedHashMap<>();
        for (int index = 0; index < chunk.rows().size(); index++) {
            String source = chunk.rows().get(index).row().place();
            BatchItem item = result.items().get(index);
            // One that the CRM has altered counts as refused, although it is there.
            String id = item.hasFailed() ? item.error().getRecordId() : item.id();
            if (!chunk.deletes()) {
                Optional.ofNullable(id).ifPresent(written -> records.put(source, written));
            } else if (!item.hasFailed() || isGone(chunk, item)) {
                known.remove(run.sync(), source);
            }
        }
        known.put(run.sync(), chunk.module(), records);
    }

    /** A row whose record was written, and is not all that it should be. It counts once, also if it comes again after a kill. */
    void rejectBehind(Chunk.Refused refused) {
        Row row = refused.row();
        store.together(() -> {
            boolean counted = store.rejects().isRejected(run.id(), row.number(), row.place());
            keep(refused);
            if (!counted) {
                store.runs().count(run.id(), new RunCounts(0, 0, 0, 0, 1, 0));
            }
        });
    }

    private void keep(Chunk.Refused refused) {
        Row row = refused.row();
        store.rejects()
                .add(
                        run.sync(),
                        run.id(),
                        new Refusal(
                                row.number(),
                                row.place(),
                                row.module(),
                                row.cells(),
                                refused.reason(),
                                refused.cause(),
                                RejectedBefore.id(row)));
    }

    static RunCounts counted(BatchItem item) {
        return switch (item.outcome()) {
            case CREATED -> new RunCounts(1, 0, 0, 0, 0, 0);
            case UPDATED -> new RunCounts(0, 1, 0, 0, 0, 0);
            case UNCHANGED -> new RunCounts(0, 0, 1, 0, 0, 0);
            case DELETED -> new RunCounts(0, 0, 0, 1, 0, 0);
            case FAILED -> RunCounts.NONE;
        };
    }

    @Override
    public void finish() {
        plan.ifPresent(PlannedRows::close);
    }
}
