package io.github.camelvtiger.routes.sync.run;

import io.github.camelvtiger.routes.sync.mark.Mark;
import io.github.camelvtiger.routes.sync.store.Journal;
import io.github.camelvtiger.routes.sync.store.JournalledWrite;
import io.github.camelvtiger.routes.sync.store.JournalledWrite.State;
import io.github.camelvtiger.routes.sync.store.Settled;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/** Finds the records of creates whose answer did not come, by their marks. */
final class DoubtfulCreates {

    private final Journal journal;
    private final Function<String, TargetModule> targets;
    private final BooleanSupplier stopping;

    /**
     * @param targets by module
     * @param stopping whether not to wait any longer
     */
    DoubtfulCreates(Journal journal, Function<String, TargetModule> targets, BooleanSupplier stopping) {
        this.journal = journal;
        this.targets = targets;
        this.stopping = stopping;
    }

    /** Whether a write is a create of which is not known whether it arrived. */
    static boolean isOne(JournalledWrite write) {
        return write.kind() == JournalledWrite.Kind.CREATE
                && (write.state() == State.INTENDED || write.state() == State.AMBIGUOUS)
                && write.sent().get(Mark.FIELD) != null;
    }

    /**
     * Looks for the record of such a create until it is there, which the journal then says, or can no longer come.
     *
     * @return its id
     */
    Optional<String> find(JournalledWrite write) {
        TargetModule target = targets.apply(write.module());
        Instant until = write.intended().plus(target.longestSave());
        Optional<Map<String, Object>> found =
                target.awaitMarked(write.sent().get(Mark.FIELD).toString(), until, stopping);
        found.ifPresent(record -> journal.settle(List.of(Settled.written(
                write.id(),
                String.valueOf(record.get("id")),
                JournalNotes.kept(record, write.sent(), write.stored())))));
        return found.map(record -> String.valueOf(record.get("id")));
    }
}
