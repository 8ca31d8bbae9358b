package io.github.camelvtiger.routes.sync.run;

import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;

/** Lets one run of a sync write at a time: two of the same file would both write its rows. */
public final class OneAtATime {

    private final Semaphore free = new Semaphore(1);
    private volatile String present = "";

    /**
     * Begins a run.
     *
     * @param waits whether to wait until the present one is over
     * @return ends it; does nothing when it is called again
     * @throws RunRefusedException if one writes and this is not to wait
     */
    public Runnable begin(boolean waits) throws InterruptedException {
        if (!waits) {
            return begin();
        }
        free.acquire();
        return begun();
    }

    /**
     * Begins a run at once.
     *
     * @return ends it; does nothing when it is called again
     * @throws RunRefusedException if one writes
     */
    Runnable begin() {
        if (!free.tryAcquire()) {
            throw new RunRefusedException("A run of the sync is at work" + (present.isEmpty() ? "" : ", " + present)
                    + "; wait until it is over, as 'sync status' says.");
        }
        return begun();
    }

    private Runnable begun() {
        present = "";
        AtomicBoolean ended = new AtomicBoolean();
        return () -> {
            if (ended.compareAndSet(false, true)) {
                free.release();
            }
        };
    }

    /** @param run what the present run is called */
    public void named(String run) {
        present = run;
    }
}
