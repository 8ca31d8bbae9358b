package io.github.camelvtiger.protocol;

import io.github.camelvtiger.client.FailureContext;
import io.github.camelvtiger.client.ServerFailureException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** What the CRM's clock showed last in the answers of one kind, extended by a monotonic clock. */
final class ShownTimes {

    private final LongSupplier nanoTime;
    private final String missing;
    private volatile Shown latest;

    private record Shown(Instant time, long at) {}

    /**
     * @param nanoTime such as {@link System#nanoTime}
     * @param missing what to report if an answer shows no time, behind "the CRM's answer to"
     */
    ShownTimes(LongSupplier nanoTime, String missing) {
        this.nanoTime = nanoTime;
        this.missing = missing;
    }

    /** An answer that has just come showed this time. */
    void shown(Instant time) {
        latest = new Shown(time, nanoTime.getAsLong());
    }

    /**
     * The time now by the last answer if it is not older than that, else by a new one.
     *
     * @param ask asks for an answer that shows the time
     */
    CompletableFuture<Instant> notOlderThan(Duration age, Supplier<? extends CompletableFuture<?>> ask) {
        Shown known = latest;
        if (known != null && age(known).compareTo(age) <= 0) {
            return CompletableFuture.completedFuture(known.time().plus(age(known)));
        }
        return ask.get().thenApply(answer -> {
            Shown asked = latest;
            if (asked == null) {
                throw new ServerFailureException("The CRM's answer to " + missing + ".", FailureContext.NONE);
            }
            return asked.time().plus(age(asked));
        });
    }

    private Duration age(Shown shown) {
        return Duration.ofNanos(nanoTime.getAsLong() - shown.at());
    }
}
