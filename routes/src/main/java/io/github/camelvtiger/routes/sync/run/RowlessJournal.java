package io.github.camelvtiger.routes.sync.run;

import io.github.camelvtiger.client.PlannedWrite;
import io.github.camelvtiger.client.VtigerException;
import io.github.camelvtiger.client.WriteInterceptor;
import io.github.camelvtiger.routes.sync.store.Journal;
import io.github.camelvtiger.routes.sync.store.Settled;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/** Journals writes that are not those of rows. */
final class RowlessJournal implements WriteInterceptor {

    private final Journal journal;
    private final String run;
    private final String place;
    private final Map<PlannedWrite, Long> intended = new ConcurrentHashMap<>();

    /** @param place where a person finds the cause of the writes */
    RowlessJournal(Journal journal, String run, String place) {
        this.journal = journal;
        this.run = run;
        this.place = place;
    }

    @Override
    public CompletableFuture<Void> before(PlannedWrite write) {
        intended.put(write, JournalNotes.intend(journal, run, 0, place, null, write));
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public void after(PlannedWrite write, Map<String, Object> answer) {
        settle(write, JournalNotes.written(intended.get(write), write, answer));
    }

    @Override
    public void failed(PlannedWrite write, VtigerException failure) {
        settle(write, JournalNotes.failed(intended.get(write), failure));
    }

    private void settle(PlannedWrite write, Settled outcome) {
        journal.settle(List.of(outcome));
        intended.remove(write);
    }
}
