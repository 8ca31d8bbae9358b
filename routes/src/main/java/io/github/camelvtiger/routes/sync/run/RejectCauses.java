package io.github.camelvtiger.routes.sync.run;

import io.github.camelvtiger.client.AmbiguousWriteException;
import io.github.camelvtiger.client.AuthenticationException;
import io.github.camelvtiger.client.RateLimitedException;
import io.github.camelvtiger.client.ServerFailureException;
import io.github.camelvtiger.client.TransportException;
import io.github.camelvtiger.client.VtigerException;
import io.github.camelvtiger.routes.sync.store.Reject;
import io.github.camelvtiger.routes.sync.store.StoreException;
import java.util.Optional;

/** What the failure of a write means for its row. */
final class RejectCauses {

    private RejectCauses() {}

    static Reject.Cause of(VtigerException failure) {
        return failure instanceof TransportException
                        || failure instanceof RateLimitedException
                        || failure instanceof ServerFailureException
                        || failure instanceof AmbiguousWriteException
                ? Reject.Cause.PASSING
                : Reject.Cause.REFUSED;
    }

    /** A failure that says nothing of the row: no other row could be written either, so the run ends. */
    static Optional<RuntimeException> endingRun(VtigerException failure) {
        if (failure instanceof AuthenticationException) {
            return Optional.of(failure);
        }
        return failure.getCause() instanceof StoreException store ? Optional.of(store) : Optional.empty();
    }
}
