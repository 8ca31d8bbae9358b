package io.github.camelvtiger.routes.sync.run;

import io.github.camelvtiger.routes.sync.rows.Row;
import io.github.camelvtiger.routes.sync.store.JournalledWrite;
import io.github.camelvtiger.routes.sync.store.Reject;
import io.github.camelvtiger.routes.sync.store.SyncStore;
import java.util.List;
import java.util.Optional;

/** Rows that were rejects before, and come again corrected or unchanged. */
final class RejectedBefore {

    private final String sync;
    private final SyncStore store;
    private final DoubtfulCreates doubtful;

    RejectedBefore(String sync, SyncStore store, DoubtfulCreates doubtful) {
        this.sync = sync;
        this.store = store;
        this.doubtful = doubtful;
    }

    /** The number of the reject that a row says it was; empty if it says none, or what is not a number. */
    static Optional<Long> id(Row row) {
        try {
            return row.reject().map(Long::valueOf);
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** Why a row cannot be what it says, in one sentence. */
    Optional<String> fault(Row row) {
        if (row.reject().isEmpty()) {
            return Optional.empty();
        }
        Optional<Reject> reject = id(row).flatMap(store.rejects()::find)
                .filter(found -> found.sync().equals(sync));
        return reject.isPresent()
                ? Optional.empty()
                : Optional.of("The sync " + sync + " has no reject "
                        + row.reject().get() + "; empty the cell _reject to write the row as a new one.");
    }

    /**
     * The record that an earlier try of the row has left in the CRM, although the row was refused: it was altered there, or
     * its answer did not come.
     */
    Optional<String> record(Row row) {
        Optional<Long> reject = id(row);
        if (reject.isEmpty()) {
            return Optional.empty();
        }
        List<JournalledWrite> writes = store.journal().ofReject(reject.get());
        Optional<String> known = writes.stream()
                .map(JournalledWrite::recordId)
                .flatMap(Optional::stream)
                .findFirst();
        return known.isPresent()
                ? known
                : writes.stream()
                        .filter(DoubtfulCreates::isOne)
                        .map(doubtful::find)
                        .flatMap(Optional::stream)
                        .findFirst();
    }
}
