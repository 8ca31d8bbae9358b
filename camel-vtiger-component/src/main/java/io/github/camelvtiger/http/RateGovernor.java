package io.github.camelvtiger.http;

import io.github.camelvtiger.async.Futures;
import io.github.camelvtiger.client.ClientSettings;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** Sends the requests of one client at the rate that it shares with the other clients of the same user. */
public final class RateGovernor {

    private final SharedRate rate;
    private final RateLimits limits;

    /** @param atOnce how many requests of the user may be under way when this client sends one more */
    public RateGovernor(SharedRate rate, ClientSettings settings, int atOnce) {
        this(
                rate,
                new RateLimits(
                        atOnce, settings.requestsPerMinute(), settings.dailyReserve(), settings.maxRetryAfter()));
    }

    RateGovernor(SharedRate rate, RateLimits limits) {
        this.rate = rate;
        this.limits = limits;
    }

    /** Sends when it is the request's turn; fails with a {@link NoAnswerException} if that would take too long. */
    public <T> CompletableFuture<T> send(Supplier<CompletableFuture<T>> request) {
        return rate.turn(limits)
                .thenCompose(turn -> Futures.attempt(request).whenComplete((answer, failure) -> rate.ended()));
    }

    /** What the server says of its limits with an answer. */
    public void answered(HttpHead head) {
        rate.answered(head);
    }
}
