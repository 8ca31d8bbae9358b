package io.github.camelvtiger.routes.sync.run;

import io.github.camelvtiger.client.AmbiguousWriteException;
import io.github.camelvtiger.client.PlannedWrite;
import io.github.camelvtiger.client.RecordId;
import io.github.camelvtiger.client.VtigerException;
import io.github.camelvtiger.client.WriteInterceptor;
import io.github.camelvtiger.routes.sync.store.Journal;
import io.github.camelvtiger.routes.sync.store.JournalledWrite;
import io.github.camelvtiger.routes.sync.store.Settled;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/** Journals the writes of an undo, which no row causes. */
final class UndoJournal implements WriteInterceptor {

    private final Journal journal;
    private final String run;
    private final String undone;
    private final Map<PlannedWrite, Long> intended = new ConcurrentHashMap<>();

    /**
     * @param run the undo's own
     * @param undone the run that is taken back
     */
    UndoJournal(Journal journal, String run, String undone) {
        this.journal = journal;
        this.run = run;
        this.undone = undone;
    }

    @Override
    public CompletableFuture<Void> before(PlannedWrite write) {
        intended.put(
                write,
                journal.intend(
                        run,
                        0,
                        "undo of " + undone,
                        JournalledWrite.Kind.valueOf(write.kind().name()),
                        write.module(),
                        write.id().map(RecordId::toString).orElse(null),
                        write.stored(),
                        write.fields(),
                        JournallingInterceptor.referrers(write)));
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public void after(PlannedWrite write, Map<String, Object> answer) {
        Object id = write.id().<Object>map(RecordId::toString).orElse(answer.get("id"));
        settle(
                write,
                Settled.written(
                        intended.get(write),
                        String.valueOf(id),
                        WritePass.kept(answer, write.fields(), write.stored())));
    }

    @Override
    public void failed(PlannedWrite write, VtigerException failure) {
        Long number = intended.get(write);
        settle(
                write,
                failure instanceof AmbiguousWriteException
                        ? Settled.ambiguous(number, failure.getMessage())
                        : Settled.refused(number, failure.getMessage()));
    }

    private void settle(PlannedWrite write, Settled outcome) {
        journal.settle(List.of(outcome));
        intended.remove(write);
    }
}
