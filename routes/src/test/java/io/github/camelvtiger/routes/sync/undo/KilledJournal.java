package io.github.camelvtiger.routes.sync.undo;

import io.github.camelvtiger.client.PlannedWrite;
import io.github.camelvtiger.client.VtigerException;
import io.github.camelvtiger.client.WriteInterceptor;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

/** Ends everything at one write: before it is sent, or after it was made and before that is noted. */
final class KilledJournal implements WriteInterceptor {

    static final class Killed extends RuntimeException {

        private static final long serialVersionUID = 1L;
    }

    private final boolean afterwards;
    private final AtomicInteger left;

    /** @param writes how many are well before */
    KilledJournal(int writes, boolean afterwards) {
        this.left = new AtomicInteger(writes);
        this.afterwards = afterwards;
    }

    @Override
    public CompletableFuture<Void> before(PlannedWrite write) {
        if (!afterwards) {
            count();
        }
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public void after(PlannedWrite write, Map<String, Object> answer) {
        if (afterwards) {
            count();
        }
    }

    private void count() {
        if (left.getAndDecrement() <= 0) {
            throw new Killed();
        }
    }

    @Override
    public void failed(PlannedWrite write, VtigerException failure) {}
}
