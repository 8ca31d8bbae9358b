package io.github.camelvtiger.routes.sync.run;

import io.github.camelvtiger.client.PlannedWrite;
import io.github.camelvtiger.client.VtigerException;
import io.github.camelvtiger.client.WithheldWriteException;
import io.github.camelvtiger.client.WriteInterceptor;
import io.github.camelvtiger.routes.sync.rows.Row;
import io.github.camelvtiger.routes.sync.store.Journal;
import io.github.camelvtiger.routes.sync.store.Settled;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;

/** Journals the writes of one portion, and withholds those that a plan does not hold. */
final class JournallingInterceptor implements WriteInterceptor {

    private final Journal journal;
    private final String run;
    private final Chunk chunk;
    private final Optional<PlannedRows> plan;
    private final InterruptedRun earlier;
    private final Executor executor;
    private final Map<Integer, Long> intended = new ConcurrentHashMap<>();
    private final ConcurrentLinkedQueue<Settled> outcomes = new ConcurrentLinkedQueue<>();

    /** @param earlier what an interrupted run has left */
    JournallingInterceptor(
            Journal journal,
            String run,
            Chunk chunk,
            Optional<PlannedRows> plan,
            InterruptedRun earlier,
            Executor executor) {
        this.earlier = earlier;
        this.journal = journal;
        this.run = run;
        this.chunk = chunk;
        this.plan = plan;
        this.executor = executor;
    }

    @Override
    public CompletableFuture<Void> before(PlannedWrite write) {
        Row row = chunk.rows().get(write.index()).row();
        Optional<String> moved =
                plan.flatMap(rows -> rows.difference(chunk.rows().get(write.index()), write));
        if (moved.isPresent()) {
            return CompletableFuture.failedFuture(new WithheldWriteException(write, moved.get()));
        }
        earlier.arrived(row, write).ifPresent(outcomes::add);
        return CompletableFuture.runAsync(
                () -> intended.put(
                        write.index(),
                        JournalNotes.intend(
                                journal,
                                run,
                                row.number(),
                                row.place(),
                                RejectedBefore.id(row).orElse(null),
                                write)),
                executor);
    }

    @Override
    public void after(PlannedWrite write, Map<String, Object> answer) {
        outcomes.add(JournalNotes.written(intended.get(write.index()), write, answer));
    }

    @Override
    public void failed(PlannedWrite write, VtigerException failure) {
        outcomes.add(JournalNotes.failed(intended.get(write.index()), failure));
    }

    /** What became of the writes that were sent. */
    List<Settled> outcomes() {
        return List.copyOf(outcomes);
    }
}
