package io.github.camelvtiger.http;

import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Lets time pass without a thread waiting. Closing it ends every wait, so that nothing waits for what will not come. */
public final class Waits implements AutoCloseable {

    private final ScheduledExecutorService scheduler;
    private final Set<CompletableFuture<Void>> running = ConcurrentHashMap.newKeySet();

    /** @param scheduler shut down by {@link #close} */
    public Waits(ScheduledExecutorService scheduler) {
        this.scheduler = scheduler;
    }

    /** Done after that many nanoseconds; failed when closed before. */
    public CompletableFuture<Void> ofNanos(long nanos) {
        CompletableFuture<Void> wait = new CompletableFuture<>();
        running.add(wait);
        wait.whenComplete((over, closed) -> running.remove(wait));
        Runnable done = () -> wait.complete(null);
        try {
            scheduler.schedule(done, nanos, TimeUnit.NANOSECONDS);
        } catch (RejectedExecutionException closed) {
            end(wait);
        }
        return wait;
    }

    @Override
    public void close() {
        scheduler.shutdownNow();
        running.forEach(Waits::end);
    }

    private static void end(CompletableFuture<Void> wait) {
        wait.completeExceptionally(
                new NoAnswerException("the connection was closed", NoAnswerException.Reason.NOT_SENT, null));
    }
}
