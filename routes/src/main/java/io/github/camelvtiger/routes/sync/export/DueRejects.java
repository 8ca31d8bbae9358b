package io.github.camelvtiger.routes.sync.export;

import io.github.camelvtiger.routes.sync.run.Predecessor;
import io.github.camelvtiger.routes.sync.store.Retries;

/** What a route asks for now and then: that the records are tried again which the target of a sync did not take, and may take by now. */
public final class DueRejects {

    private final Retries retries;
    private final String sync;
    private final Predecessor predecessor;
    private final Runnable retry;

    /** @param retry tries all of them whose time has come */
    DueRejects(Retries retries, String sync, Predecessor predecessor, Runnable retry) {
        this.retries = retries;
        this.sync = sync;
        this.predecessor = predecessor;
        this.retry = retry;
    }

    /** Does nothing while there are none, or while the sync waits for another one. */
    public void retryDue() {
        if (retries.numberDue(sync) > 0 && predecessor.hindrance().isEmpty()) {
            retry.run();
        }
    }
}
