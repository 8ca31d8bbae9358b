package io.github.camelvtiger.http;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Spaces requests so that no more than the given number leave in a minute; none is refused, some wait. */
public final class RateGovernor {

    private static final Logger LOG = LoggerFactory.getLogger(RateGovernor.class);

    private final long spacing;
    private final LongSupplier nanoTime;
    private final Waits waits;
    private long next;

    /** @param requestsPerMinute 0 for no limit */
    public RateGovernor(int requestsPerMinute, LongSupplier nanoTime, Waits waits) {
        this.spacing = requestsPerMinute == 0 ? 0 : TimeUnit.MINUTES.toNanos(1) / requestsPerMinute;
        this.nanoTime = nanoTime;
        this.waits = waits;
        this.next = nanoTime.getAsLong();
    }

    /** Done when the caller may send; fails with a {@link NoAnswerException} when closed before. */
    public CompletableFuture<Void> turn() {
        long wait = spacing == 0 ? 0 : book();
        if (wait <= 0) {
            return CompletableFuture.completedFuture(null);
        }
        LOG.debug("waiting {} ms, as requestsPerMinute allows no more", TimeUnit.NANOSECONDS.toMillis(wait));
        return waits.ofNanos(wait);
    }

    private synchronized long book() {
        long now = nanoTime.getAsLong();
        // Compared by difference, as nanoTime wants it: it may overflow.
        long wait = Math.max(0, next - now);
        next = now + wait + spacing;
        return wait;
    }
}
