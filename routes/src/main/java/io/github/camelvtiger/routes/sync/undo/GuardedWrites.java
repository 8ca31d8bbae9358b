package io.github.camelvtiger.routes.sync.undo;

import io.github.camelvtiger.client.PlannedWrite;
import io.github.camelvtiger.client.VtigerException;
import io.github.camelvtiger.client.WithheldWriteException;
import io.github.camelvtiger.client.WriteInterceptor;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;

/** Withholds each write of a batch whose record is no longer as it was planned upon; the others go on to a journal. */
final class GuardedWrites implements WriteInterceptor {

    /** Why a write must not be made, as the rest of a sentence; empty where it may. */
    interface Guard extends Function<PlannedWrite, Optional<String>> {}

    private final List<Guard> guards;
    private final WriteInterceptor journal;
    private final Consumer<PlannedWrite> made;

    /** @param guards one for each element of the batch */
    GuardedWrites(List<Guard> guards, WriteInterceptor journal) {
        this(guards, journal, write -> {});
    }

    /** @param made takes each write that was made, before the next one is guarded */
    GuardedWrites(List<Guard> guards, WriteInterceptor journal, Consumer<PlannedWrite> made) {
        this.guards = guards;
        this.journal = journal;
        this.made = made;
    }

    @Override
    public CompletableFuture<Void> before(PlannedWrite write) {
        return guards.get(write.index())
                .apply(write)
                .map(reason -> CompletableFuture.<Void>failedFuture(new WithheldWriteException(write, reason)))
                .orElseGet(() -> journal.before(write));
    }

    @Override
    public void after(PlannedWrite write, Map<String, Object> answer) {
        made.accept(write);
        journal.after(write, answer);
    }

    @Override
    public void failed(PlannedWrite write, VtigerException failure) {
        journal.failed(write, failure);
    }
}
