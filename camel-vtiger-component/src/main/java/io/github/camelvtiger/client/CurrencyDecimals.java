package io.github.camelvtiger.client;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/** To how many decimals the CRM rounds the currencies that a user writes: asked once, until it was answered. */
final class CurrencyDecimals {

    private static final String PREFERENCE = "no_of_currency_decimals";

    private final Supplier<CompletableFuture<Map<String, Object>>> user;
    private final AtomicReference<CompletableFuture<Integer>> known = new AtomicReference<>();

    CurrencyDecimals(Supplier<CompletableFuture<Map<String, Object>>> user) {
        this.user = user;
    }

    /** {@link Integer#MAX_VALUE} where the user's preferences do not say it. */
    CompletableFuture<Integer> get() {
        CompletableFuture<Integer> asked = known.get();
        if (asked != null && !asked.isCompletedExceptionally()) {
            return asked;
        }
        CompletableFuture<Integer> asking = user.get().thenApply(preferences -> {
            String decimals = Results.text(preferences.get(PREFERENCE));
            return decimals != null && decimals.matches("\\d") ? Integer.parseInt(decimals) : Integer.MAX_VALUE;
        });
        known.set(asking);
        return asking;
    }
}
