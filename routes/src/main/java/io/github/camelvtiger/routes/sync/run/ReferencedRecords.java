package io.github.camelvtiger.routes.sync.run;

import io.github.camelvtiger.client.BatchItem;
import io.github.camelvtiger.routes.sync.mapping.ReferenceByKey;
import io.github.camelvtiger.routes.sync.rows.Row;
import io.github.camelvtiger.routes.sync.store.Journal;
import io.github.camelvtiger.routes.sync.store.JournalledWrite;
import io.github.camelvtiger.routes.sync.store.Settled;
import java.time.Instant;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * Creates the records that rows of a run refer to, and journals that like every write. Each is an upsert by the key, so that two
 * runs at the same time do not create two.
 */
final class ReferencedRecords implements NewRecords {

    private final Journal journal;
    private final String run;
    private final TargetModule target;

    ReferencedRecords(Journal journal, String run, TargetModule target) {
        this.journal = journal;
        this.run = run;
        this.target = target;
    }

    @Override
    public Created create(ReferenceByKey wanted, Row row) {
        BatchItem item = target.upsert(
                wanted.modules().get(0),
                wanted.field(),
                wanted.value(),
                new RowlessJournal(journal, run, row.place() + ", to which it refers"));
        if (item.hasFailed()) {
            throw item.error();
        }
        return new Created(item.id(), item.outcome() == BatchItem.Outcome.CREATED);
    }

    /**
     * Waits until it is known whether those have arrived that an interrupted process was about to create.
     *
     * @param stopping whether not to wait any longer
     */
    void awaitInterrupted(BooleanSupplier stopping) {
        for (JournalledWrite write : journal.withoutRow(run)) {
            boolean doubtful = write.kind() == JournalledWrite.Kind.CREATE
                    && (write.state() == JournalledWrite.State.INTENDED
                            || write.state() == JournalledWrite.State.AMBIGUOUS);
            if (doubtful) {
                Instant until = write.intended().plus(target.longestSave());
                target.awaitSent(write.module(), write.sent(), until, stopping)
                        .ifPresent(record -> journal.settle(
                                List.of(Settled.written(write.id(), String.valueOf(record.get("id")), record))));
            }
        }
    }
}
