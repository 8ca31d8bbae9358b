package io.github.camelvtiger.http;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
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
    private final ScheduledExecutorService scheduler;
    private final RandomGenerator random;

    /** @param attempts how often a request is tried in all */
    public RetryPolicy(int attempts, RetryBudget budget, ScheduledExecutorService scheduler, RandomGenerator random) {
        this.attempts = attempts;
        this.budget = budget;
        this.scheduler = scheduler;
        this.random = random;
    }

    /**
     * @param read whether the request changes nothing
     * @param usable whether an answer is one; a read with another is repeated
     * @return the last attempt's answer or failure
     */
    public CompletableFuture<HttpAnswer> send(
            Supplier<CompletableFuture<HttpAnswer>> request, boolean read, Predicate<HttpAnswer> usable) {
        CompletableFuture<HttpAnswer> result = new CompletableFuture<>();
        attempt(1, request, read, usable, result);
        return result;
    }

    private void attempt(
            int number,
            Supplier<CompletableFuture<HttpAnswer>> request,
            boolean read,
            Predicate<HttpAnswer> usable,
            CompletableFuture<HttpAnswer> result) {
        request.get().whenComplete((answer, failure) -> {
            boolean good = failure == null && usable.test(answer);
            if (good) {
                budget.succeeded();
            }
            if (!good && number < attempts && (read || surelyNotSent(failure)) && budget.take()) {
                scheduler.schedule(
                        () -> attempt(number + 1, request, read, usable, result),
                        waitAfter(number).toMillis(),
                        TimeUnit.MILLISECONDS);
            } else if (failure == null) {
                result.complete(answer);
            } else {
                result.completeExceptionally(failure);
            }
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
