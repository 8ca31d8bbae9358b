package io.github.camelvtiger.routes.sync.run;

import io.github.camelvtiger.routes.sync.rows.BadFileException;
import io.github.camelvtiger.routes.sync.rows.Row;
import io.github.camelvtiger.routes.sync.rows.RowReader;
import io.github.camelvtiger.routes.sync.store.Reject;
import io.github.camelvtiger.routes.sync.store.RunCounts;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/**
 * The rows of a source in portions of one operation, read while they are taken. A fault of the source ends them; it is
 * found by {@link #fault()} when those before it are done.
 */
final class RowChunks implements Iterator<Chunk>, Closeable {

    /** How many are written at once: one less than a page of the CRM, so that a look at all their keys is one request. */
    static final int ROWS = 99;

    /** So that a file of nothing but faults is taken in portions, too. */
    static final int MOST_WITHOUT_WRITE = 1000;

    private final RowReader rows;
    private final Function<Row, RowTarget> targets;
    private final String anyModule;
    private final BooleanSupplier stopping;
    private Row ahead;
    private RowTarget aheadTarget;
    private BadFileException fault;
    private boolean stopped;

    /**
     * @param after the number of the row behind which to begin
     * @param anyModule by whose route a portion passes of which nothing is to be written
     * @param stopping whether no more rows are to be begun
     */
    RowChunks(
            RowReader rows, long after, Function<Row, RowTarget> targets, String anyModule, BooleanSupplier stopping) {
        this.rows = rows;
        this.targets = targets;
        this.anyModule = anyModule;
        this.stopping = stopping;
        advance();
        while (ahead != null && ahead.number() <= after) {
            advance();
        }
    }

    @Override
    public boolean hasNext() {
        if (ahead != null && !stopped && stopping.getAsBoolean()) {
            stopped = true;
        }
        return ahead != null && !stopped;
    }

    /** Whether rows are left because the run is to stop. */
    boolean isStopped() {
        return stopped;
    }

    /** Why the rest of the source could not be read. */
    Optional<BadFileException> fault() {
        return Optional.ofNullable(fault);
    }

    @Override
    public Chunk next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        List<Chunk.Target> written = new ArrayList<>();
        List<Chunk.Refused> refused = new ArrayList<>();
        RunCounts done = RunCounts.NONE;
        RowTarget.Write first = null;
        long last = 0;
        List<Row> idle = new ArrayList<>();
        while (ahead != null
                && written.size() < ROWS
                && idle.size() + refused.size() < MOST_WITHOUT_WRITE
                && fits(first)) {
            Row row = ahead;
            RowTarget target = target();
            if (target instanceof RowTarget.Write write) {
                first = first == null ? write : first;
                written.add(new Chunk.Target(row, write.record()));
            } else if (target instanceof RowTarget.Refusal refusal) {
                refused.add(new Chunk.Refused(row, refusal.reason(), refusal.cause()));
            } else {
                done = done.plus(counted((RowTarget.Nothing) target));
                idle.add(row);
            }
            last = row.number();
            advance();
        }
        return new Chunk(
                first == null ? anyModule : first.module(),
                first == null ? "" : first.operation(),
                written,
                refused,
                idle,
                done,
                last);
    }

    private boolean fits(RowTarget.Write first) {
        return first == null
                || !(target() instanceof RowTarget.Write write)
                || write.module().equals(first.module()) && write.operation().equals(first.operation());
    }

    private RowTarget target() {
        if (aheadTarget == null) {
            aheadTarget = ahead.fault()
                    .<RowTarget>map(fault -> new RowTarget.Refusal(fault, Reject.Cause.ROW))
                    .orElseGet(() -> targets.apply(ahead));
        }
        return aheadTarget;
    }

    private static RunCounts counted(RowTarget.Nothing nothing) {
        return new RunCounts(
                nothing.created() ? 1 : 0,
                nothing.updated() ? 1 : 0,
                0,
                nothing.deleted() ? 1 : 0,
                0,
                nothing.equals(RowTarget.Nothing.SKIPPED) ? 1 : 0);
    }

    private void advance() {
        aheadTarget = null;
        try {
            ahead = rows.hasNext() ? rows.next() : null;
        } catch (BadFileException e) {
            ahead = null;
            fault = e;
        }
    }

    @Override
    public void close() throws IOException {
        rows.close();
    }
}
