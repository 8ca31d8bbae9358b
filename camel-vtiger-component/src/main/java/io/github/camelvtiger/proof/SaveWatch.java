package io.github.camelvtiger.proof;

import io.github.camelvtiger.async.Futures;
import io.github.camelvtiger.client.AmbiguousWriteException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks again and again for what an interrupted write did, until it is seen or the save must be over. A save continues
 * when nothing waits for its answer any more, and can take as long as its row locks do ({@code change-feed.md §1});
 * so not to see it proves nothing before that.
 */
final class SaveWatch {

    private static final Logger LOG = LoggerFactory.getLogger(SaveWatch.class);

    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(15);

    private final Function<Duration, CompletableFuture<Void>> pauses;
    private final LongSupplier nanoTime;
    private final Duration longestSave;

    /**
     * @param pauses lets time pass
     * @param nanoTime a monotonic clock
     * @param longestSave how long a save may take whose answer did not come
     */
    SaveWatch(Function<Duration, CompletableFuture<Void>> pauses, LongSupplier nanoTime, Duration longestSave) {
        this.pauses = pauses;
        this.nanoTime = nanoTime;
        this.longestSave = longestSave;
    }

    /** One look at what the server has. */
    interface Look<T> {

        /**
         * @return what is decided by it, be it a failure; empty as long as nothing is. A look that fails itself is
         *     repeated
         */
        CompletableFuture<Optional<CompletableFuture<T>>> look();
    }

    long now() {
        return nanoTime.getAsLong();
    }

    Duration longestSave() {
        return longestSave;
    }

    /**
     * The first look is at once, the last one when the save must be over.
     *
     * @param since when its answer was given up, on this watch's clock
     * @param unseen what follows from a last look that succeeded and saw nothing
     * @param unknown the failure to end with when the last look fails, or the client is closed meanwhile
     */
    <T> CompletableFuture<T> until(
            long since,
            Look<T> look,
            Supplier<CompletableFuture<T>> unseen,
            Function<Throwable, AmbiguousWriteException> unknown) {
        return look(since + longestSave.toNanos(), FIRST_PAUSE, look, unseen, unknown);
    }

    private <T> CompletableFuture<T> look(
            long over,
            Duration pause,
            Look<T> look,
            Supplier<CompletableFuture<T>> unseen,
            Function<Throwable, AmbiguousWriteException> unknown) {
        long left = over - now();
        LOG.debug(
                "looking whether a write without an answer happened, for {} ms at most",
                Math.max(0, TimeUnit.NANOSECONDS.toMillis(left)));
        return Futures.compose(Futures.attempt(look::look), (seen, failure) -> {
            if (failure != null && left <= 0) {
                return CompletableFuture.failedFuture(unknown.apply(failure));
            }
            if (failure == null && seen.isPresent()) {
                return seen.get();
            }
            if (left <= 0) {
                return unseen.get();
            }
            return paused(shorter(pause, Duration.ofNanos(left)), unknown)
                    .thenCompose(waited -> look(over, next(pause), look, unseen, unknown));
        });
    }

    private CompletableFuture<Void> paused(Duration pause, Function<Throwable, AmbiguousWriteException> unknown) {
        return pauses.apply(pause)
                .exceptionallyCompose(closed -> CompletableFuture.failedFuture(unknown.apply(Futures.cause(closed))));
    }

    private static Duration next(Duration pause) {
        return shorter(pause.multipliedBy(2), LONGEST_PAUSE);
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) <= 0 ? one : other;
    }
}
