package io.github.camelvtiger.routes.sync.run;

import io.github.camelvtiger.client.BatchItem;
import io.github.camelvtiger.client.BatchResult;
import io.github.camelvtiger.client.PlannedWrite;
import io.github.camelvtiger.client.VtigerException;
import io.github.camelvtiger.client.WithheldWriteException;
import io.github.camelvtiger.client.WriteInterceptor;
import io.github.camelvtiger.routes.sync.mapping.ReferenceByKey;
import io.github.camelvtiger.routes.sync.rows.Row;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;

/**
 * Writes the records of a feed as far as its limits allow. What would exceed them is held: it is neither written nor rejected, and
 * comes again.
 */
final class FeedPass implements Pass {

    private final WritePass writing;
    private final FeedAllowance allowance;
    private final NavigableSet<Row> held = new TreeSet<>(Comparator.comparingLong(Row::number));

    FeedPass(WritePass writing, FeedAllowance allowance) {
        this.writing = writing;
        this.allowance = allowance;
    }

    /** The rows that the limits did not let pass, by their numbers. */
    NavigableSet<Row> held() {
        return held;
    }

    @Override
    public Optional<WritePass> writing() {
        return Optional.of(writing);
    }

    @Override
    public long after() {
        return 0;
    }

    /** Limits count them too; a row waits whose record they do not allow. */
    @Override
    public NewRecords newRecords() {
        NewRecords limited = writing.newRecords(Gate::new);
        return new NewRecords() {
            @Override
            public void settle(Collection<ReferenceByKey> wanted) {
                limited.settle(wanted);
            }

            @Override
            public String create(ReferenceByKey wanted, Row row) {
                try {
                    return limited.create(wanted, row);
                } catch (WithheldWriteException e) {
                    held.add(row);
                    throw e;
                }
            }
        };
    }

    @Override
    public WriteInterceptor interceptor(Chunk chunk) {
        return new Gate(writing.interceptor(chunk));
    }

    /** Lets a write pass if the limits do. */
    private final class Gate implements WriteInterceptor {

        private final WriteInterceptor journal;
        private final Set<Integer> passed = new HashSet<>();
        private final Set<Integer> withheld = new HashSet<>();

        Gate(WriteInterceptor journal) {
            this.journal = journal;
        }

        @Override
        public CompletableFuture<Void> before(PlannedWrite write) {
            return isLetPass(write)
                    ? journal.before(write)
                    : CompletableFuture.failedFuture(
                            new WithheldWriteException(write, "the limits of the sync do not allow it in this hour."));
        }

        /** A portion that is sent again counts once. */
        private synchronized boolean isLetPass(PlannedWrite write) {
            if (passed.contains(write.index())) {
                return true;
            }
            if (!withheld.contains(write.index()) && allowance.takes(write.kind())) {
                return passed.add(write.index());
            }
            withheld.add(write.index());
            return false;
        }

        @Override
        public void after(PlannedWrite write, Map<String, Object> answer) {
            journal.after(write, answer);
        }

        @Override
        public void failed(PlannedWrite write, VtigerException failure) {
            journal.failed(write, failure);
        }

        synchronized boolean isHeld(int index) {
            return withheld.contains(index);
        }
    }

    @Override
    public void done(Chunk chunk, WriteInterceptor interceptor, BatchResult result) {
        Gate gate = (Gate) interceptor;
        List<Chunk.Target> written = new ArrayList<>();
        List<BatchItem> items = new ArrayList<>();
        for (int index = 0; index < chunk.rows().size(); index++) {
            if (gate.isHeld(index)) {
                held.add(chunk.rows().get(index).row());
            } else {
                written.add(chunk.rows().get(index));
                items.add(result.items().get(index));
            }
        }
        writing.done(chunk.with(written, List.of()), gate.journal, new BatchResult(items));
    }

    @Override
    public void finish() {
        writing.finish();
    }
}
