package io.github.camelvtiger.async;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;

/** What {@link CompletableFuture} leaves to its users. */
public final class Futures {

    private Futures() {}

    /** The failure itself, without the exceptions that futures wrap around it; null for null. */
    public static Throwable cause(Throwable failure) {
        Throwable cause = failure;
        while ((cause instanceof CompletionException || cause instanceof ExecutionException)
                && cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause;
    }

    /** Throws the failure itself from within a stage, for example {@code throw Futures.rethrown(failure)}. */
    public static CompletionException rethrown(Throwable failure) {
        return new CompletionException(cause(failure));
    }

    /** The call's future; a failed one if the call itself throws. */
    public static <T> CompletableFuture<T> attempt(Supplier<CompletableFuture<T>> call) {
        try {
            return call.get();
        } catch (RuntimeException thrown) {
            return CompletableFuture.failedFuture(thrown);
        }
    }

    /**
     * Continues with another future whichever way the first one ends.
     *
     * @param next takes the value and the failure, without its wrappers; one of the two is null
     */
    public static <T, U> CompletableFuture<U> compose(
            CompletableFuture<T> first, BiFunction<T, Throwable, CompletableFuture<U>> next) {
        return first.handle((value, failure) -> next.apply(value, cause(failure)))
                .thenCompose(Function.identity());
    }
}
