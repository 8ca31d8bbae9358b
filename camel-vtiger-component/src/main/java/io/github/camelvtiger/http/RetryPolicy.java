package io.github.camelvtiger.http;

import io.github.camelvtiger.async.Futures;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * Repeats what is safe to repeat: reads, and any request that surely was not sent. Waits between attempts twice as long
 * each time, by chance shorter, and as long as the budget lasts: a server that fails always is not asked several times
 * by everybody.
 */
public final class RetryPolicy {

    private static final Duration FIRST_WAIT = Duration.ofMillis(200);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

    private final int attempts;
    private final RetryBudget budget;
    private final Waits waits;
    private final RandomGenerator random;

    /** @param attempts how often a request is tried in all */
    public RetryPolicy(int attempts, RetryBudget budget, Waits waits, RandomGenerator random) {
        this.attempts = attempts;
        this.budget = budget;
        this.waits = waits;
        this.random = random;
    }

    /**
     * @param read whether the request changes nothing
     * @param usable whether an answer is one; a read with another is repeated
     * @return the last attempt's answer or failure, at once when the connection is closed
     */
    public <T> CompletableFuture<T> send(Supplier<CompletableFuture<T>> request, boolean read, Predicate<T> usable) {
        return attempt(1, request, read, usable);
    }

    private <T> CompletableFuture<T> attempt(
            int number, Supplier<CompletableFuture<T>> request, boolean read, Predicate<T> usable) {
        return Futures.compose(Futures.attempt(request), (answer, failure) -> {
            boolean good = failure == null && usable.test(answer);
            if (good) {
                budget.succeeded();
            }
            CompletableFuture<T> last = failure == null
                    ? CompletableFuture.completedFuture(answer)
                    : CompletableFuture.failedFuture(failure);
            boolean again = !good && number < attempts && (read || surelyNotSent(failure)) && budget.take();
            return again
                    ? Futures.compose(
                            waits.ofNanos(waitAfter(number).toNanos()),
                            (waited, closed) -> closed == null ? attempt(number + 1, request, read, usable) : last)
                    : last;
        });
    }

    private static boolean surelyNotSent(Throwable failure) {
        return failure instanceof NoAnswerException noAnswer && !noAnswer.maybeSent();
    }

    /** Half to all of the doubled wait. */
    private Duration waitAfter(int number) {
        long longest = Math.min(LONGEST_WAIT.toMillis(), FIRST_WAIT.toMillis() << Math.min(number - 1, 20));
        return Duration.ofMillis(longest / 2 + random.nextLong(longest / 2 + 1));
    }
}
