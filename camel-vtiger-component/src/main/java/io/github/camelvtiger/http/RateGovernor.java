package io.github.camelvtiger.http;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** Spaces requests so that no more than the given number leave in a minute; nobody is refused, some wait. */
public final class RateGovernor {

    private final long spacing;
    private final LongSupplier nanoTime;
    private final ScheduledExecutorService scheduler;
    private long next;

    /** @param requestsPerMinute 0 for no limit */
    public RateGovernor(int requestsPerMinute, LongSupplier nanoTime, ScheduledExecutorService scheduler) {
        this.spacing = requestsPerMinute == 0 ? 0 : TimeUnit.MINUTES.toNanos(1) / requestsPerMinute;
        this.nanoTime = nanoTime;
        this.scheduler = scheduler;
        this.next = nanoTime.getAsLong();
    }

    /** Done when the caller may send. */
    public CompletableFuture<Void> turn() {
        long wait = spacing == 0 ? 0 : book();
        if (wait <= 0) {
            return CompletableFuture.completedFuture(null);
        }
        CompletableFuture<Void> turn = new CompletableFuture<>();
        scheduler.schedule(() -> turn.complete(null), wait, TimeUnit.NANOSECONDS);
        return turn;
    }

    private synchronized long book() {
        long now = nanoTime.getAsLong();
        long mine = Math.max(now, next);
        next = mine + spacing;
        return mine - now;
    }
}
