package io.github.camelvtiger;

import io.github.camelvtiger.changes.HintedLooks;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.camel.CamelContext;

/** The polls of one feed that hints cause, on a thread of their own. */
final class HintedPolls {

    private final CamelContext context;
    private final Runnable poll;
    private final HintedLooks looks;
    private final ScheduledExecutorService thread;
    private Future<?> armed;
    private long armedFor;

    /** @param poll must not run beside itself; it is called from one thread */
    HintedPolls(CamelContext context, Duration verifyDelay, Runnable poll) {
        this.context = context;
        this.poll = poll;
        this.looks = new HintedLooks(verifyDelay, System.nanoTime());
        this.thread = context.getExecutorServiceManager().newSingleThreadScheduledExecutor(this, "VtigerHintedPoll");
    }

    synchronized void hint() {
        looks.hint(System.nanoTime());
        arm();
    }

    private void arm() {
        long now = System.nanoTime();
        OptionalLong next = looks.next(now);
        if (next.isEmpty() || thread.isShutdown()) {
            return;
        }
        if (armed == null || armed.isDone() || next.getAsLong() - armedFor < 0) {
            if (armed != null) {
                armed.cancel(false);
            }
            armedFor = next.getAsLong();
            armed = thread.schedule(this::look, Math.max(0, armedFor - now), TimeUnit.NANOSECONDS);
        }
    }

    private void look() {
        synchronized (this) {
            looks.look(System.nanoTime());
        }
        try {
            poll.run();
        } finally {
            synchronized (this) {
                armed = null;
                arm();
            }
        }
    }

    /** Interrupts a poll that is running. */
    void close() {
        context.getExecutorServiceManager().shutdownNow(thread);
    }
}
