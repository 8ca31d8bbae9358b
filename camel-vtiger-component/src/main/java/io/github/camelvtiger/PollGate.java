package io.github.camelvtiger;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** Lets one poll run at a time, and a stop wait for it: what polls use is let go of when none is running any more. */
final class PollGate {

    /** How long a stop waits for a running poll before it is interrupted, and then for what the interrupt does. */
    private static final long PATIENCE_SECONDS = 10;

    private final ReentrantLock poll = new ReentrantLock();
    private final Runnable release;
    private volatile boolean closed;

    /** @param release lets go of what a later start takes again */
    PollGate(Runnable release) {
        this.release = release;
    }

    void open() {
        closed = false;
    }

    void enter() {
        poll.lock();
    }

    /** A poll that outlives the stop, because its route heeds no interrupt, lets go of what it used itself. */
    void leave() {
        try {
            if (closed) {
                release.run();
            }
        } finally {
            poll.unlock();
        }
    }

    /**
     * Does something that no poll may run beside.
     *
     * @throws IllegalStateException when a poll is running and does not end soon
     */
    <T> T betweenPolls(Object consumer, Supplier<T> work) {
        try {
            if (!poll.tryLock(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new IllegalStateException(
                        "A poll of " + consumer + " is running; try again when it is over, or stop the route first.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The wait for the end of the poll was interrupted.", e);
        }
        try {
            return work.get();
        } finally {
            poll.unlock();
        }
    }

    /** Interrupts the polls. */
    interface Stop {
        void run() throws Exception;
    }

    /**
     * A shutdown that runs out of time interrupts this thread; what a later start needs is let go of all the same.
     *
     * @param patient whether a running poll may end by itself
     */
    void close(boolean patient, Stop stop) throws Exception {
        boolean interrupted = false;
        boolean idle = false;
        try {
            idle = poll.tryLock(patient ? PATIENCE_SECONDS : 0, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            interrupted = true;
        }
        try {
            stop.run();
            idle = idle || poll.tryLock(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            interrupted = true;
        } finally {
            closed = true;
            if (idle || poll.tryLock()) {
                leave();
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
