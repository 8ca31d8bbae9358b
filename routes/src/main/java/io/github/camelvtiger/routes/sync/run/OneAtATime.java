package io.github.camelvtiger.routes.sync.run;

import io.github.camelvtiger.routes.sync.store.Leases;
import io.github.camelvtiger.routes.sync.store.StoreException;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets one run of a sync write at a time, also among the processes that share a store: two of the same file would both write its
 * rows. The portions of a feed and messages take turns with runs of their own process only.
 */
public final class OneAtATime {

    private static final Logger LOG = LoggerFactory.getLogger("sync");
    private static final long LOOK_MILLIS = 1000;

    private final Semaphore free = new Semaphore(1);
    private final String sync;
    private final Optional<Leases> leases;
    private volatile String present = "";

    /** @param leases of the store, if several processes share it */
    public OneAtATime(String sync, Optional<Leases> leases) {
        this.sync = sync;
        this.leases = leases;
    }

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
        try {
            while (taken().isPresent()) {
                Thread.sleep(LOOK_MILLIS);
            }
        } catch (InterruptedException | RuntimeException e) {
            free.release();
            throw e;
        }
        return begun(this::giveBack);
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
        try {
            taken().ifPresent(other -> {
                throw new RunRefusedException("A run of the sync is at work in another process, " + other.host()
                        + other.run().map(run -> ", " + run).orElse("") + ", since "
                        + other.since().truncatedTo(ChronoUnit.SECONDS)
                        + "; wait until it is over, as 'sync status' says.");
            });
        } catch (RuntimeException e) {
            free.release();
            throw e;
        }
        return begun(this::giveBack);
    }

    /**
     * Begins a portion of a feed, or a message, after the run of this process that is at work.
     *
     * @return ends it; does nothing when it is called again
     */
    Runnable beginPortion() throws InterruptedException {
        free.acquire();
        return begun(() -> {});
    }

    private Optional<Leases.Holder> taken() {
        return leases.flatMap(shared -> shared.take(sync));
    }

    private void giveBack() {
        try {
            leases.ifPresent(shared -> shared.release(sync));
        } catch (StoreException e) {
            LOG.warn("{}: {} Other processes wait until its lease has expired.", sync, e.getMessage());
        }
    }

    private Runnable begun(Runnable ended) {
        present = "";
        AtomicBoolean over = new AtomicBoolean();
        return () -> {
            if (over.compareAndSet(false, true)) {
                ended.run();
                free.release();
            }
        };
    }

    /** @param run what the present run is called */
    public void named(String run) {
        present = run;
        leases.ifPresent(shared -> shared.named(sync, run));
    }

    /** Whether the present run has to end, since another process may have begun one. */
    public boolean isLost() {
        return leases.filter(shared -> !shared.isHeld(sync)).isPresent();
    }
}
