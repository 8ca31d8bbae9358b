package io.github.camelvtiger.routes.sync.run;

import io.github.camelvtiger.client.BatchItem;
import io.github.camelvtiger.routes.sync.store.JournalledWrite;
import io.github.camelvtiger.routes.sync.store.Reject;
import java.util.Locale;
import java.util.Optional;

/**
 * What became of a row of a message.
 *
 * @param outcome {@code created}, {@code updated}, {@code unchanged}, {@code deleted}, {@code skipped} or {@code rejected}
 * @param id of the record
 * @param reason why it is rejected, in one sentence
 * @param waits whether a person has to see to it; others are tried again by themselves
 */
record RowResult(String outcome, Optional<String> id, Optional<String> reason, boolean waits) {

    static final RowResult SKIPPED = of("skipped", Optional.empty());
    static final RowResult GONE = of("unchanged", Optional.empty());

    private static RowResult of(String outcome, Optional<String> id) {
        return new RowResult(outcome, id, Optional.empty(), false);
    }

    static RowResult of(BatchItem written) {
        return of(written.outcome().name().toLowerCase(Locale.ROOT), Optional.ofNullable(written.id()));
    }

    /** By an earlier delivery. */
    static RowResult of(JournalledWrite written) {
        return of(
                switch (written.kind()) {
                    case CREATE -> "created";
                    case UPDATE, REVISE -> "updated";
                    case DELETE -> "deleted";
                },
                written.recordId());
    }

    static RowResult rejected(String reason, Reject.Cause cause) {
        return new RowResult("rejected", Optional.empty(), Optional.of(reason), cause != Reject.Cause.PASSING);
    }

    boolean isRejected() {
        return reason.isPresent();
    }
}
