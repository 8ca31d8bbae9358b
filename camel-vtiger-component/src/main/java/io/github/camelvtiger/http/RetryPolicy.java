package io.github.camelvtiger.http;

import io.github.camelvtiger.async.Futures;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Repeats what is safe to repeat: reads, and any request that surely was not sent. Waits between attempts twice as long
 * each time, by chance shorter, or as long as the server asks, and only while the budget lasts: a server that always
 * fails is not asked several times by everyone.
 */
public final class RetryPolicy {

    private static final Logger LOG = LoggerFactory.getLogger(RetryPolicy.class);

    private static final Duration FIRST_WAIT = Duration.ofMillis(200);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

    private final int attempts;
    private final Duration maxRetryAfter;
    private final RetryBudget budget;
    private final Waits waits;
    private final RandomGenerator random;

    /**
     * @param attempts how often a request is tried in all
     * @param maxRetryAfter how long to wait at most when the server asks for it
     */
    public RetryPolicy(int attempts, Duration maxRetryAfter, RetryBudget budget, Waits waits, RandomGenerator random) {
        this.attempts = attempts;
        this.maxRetryAfter = maxRetryAfter;
        this.budget = budget;
        this.waits = waits;
        this.random = random;
    }

    /**
     * @param subject what the request is for, in log lines
     * @param read whether the request changes nothing
     * @param judge whether an answer should be asked for again; only a read is
     * @return the last attempt's answer or failure, at once when the connection is closed
     */
    public <T> CompletableFuture<T> send(
            Object subject, Supplier<CompletableFuture<T>> request, boolean read, Function<T, Repeat> judge) {
        return attempt(1, new Request<>(subject, request, read, judge));
    }

    private <T> CompletableFuture<T> attempt(int number, Request<T> request) {
        return Futures.compose(Futures.attempt(request.sender), (answer, failure) -> {
            Repeat repeat = failure == null ? request.judge.apply(answer) : Repeat.after(null);
            if (!repeat.wanted()) {
                budget.succeeded();
            }
            CompletableFuture<T> last = failure == null
                    ? CompletableFuture.completedFuture(answer)
                    : CompletableFuture.failedFuture(failure);
            boolean again = repeat.wanted() && number < attempts && isSafe(request.read, failure) && budget.take();
            return again ? waitAndRepeat(number, request, repeat, last) : last;
        });
    }

    private <T> CompletableFuture<T> waitAndRepeat(
            int number, Request<T> request, Repeat repeat, CompletableFuture<T> last) {
        Duration wait = waitAfter(number, repeat);
        LOG.debug(
                "{}: attempt {} of {} failed; waiting {} ms before the next{}",
                request.subject,
                number,
                attempts,
                wait.toMillis(),
                repeat.after() == null ? "" : ", as the server asks");
        return Futures.compose(
                waits.ofNanos(wait.toNanos()),
                (waited, closed) -> closed == null ? attempt(number + 1, request) : last);
    }

    private static boolean isSafe(boolean read, Throwable failure) {
        if (failure instanceof NoAnswerException noAnswer) {
            return noAnswer.mayPass() && (read || !noAnswer.maybeSent());
        }
        return read;
    }

    /** Half to all of the doubled wait, or longer where the server asks for it. */
    private Duration waitAfter(int number, Repeat repeat) {
        long longest = Math.min(LONGEST_WAIT.toMillis(), FIRST_WAIT.toMillis() << Math.min(number - 1, 20));
        Duration own = Duration.ofMillis(longest / 2 + random.nextLong(longest / 2 + 1));
        if (repeat.after() == null) {
            return own;
        }
        Duration asked = repeat.after().compareTo(maxRetryAfter) > 0 ? maxRetryAfter : repeat.after();
        return asked.compareTo(own) > 0 ? asked : own;
    }

    private record Request<T>(
            Object subject, Supplier<CompletableFuture<T>> sender, boolean read, Function<T, Repeat> judge) {}
}
