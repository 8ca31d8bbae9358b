package io.github.camelvtiger.names;

import io.github.camelvtiger.async.Futures;
import io.github.camelvtiger.client.AccessDeniedException;
import io.github.camelvtiger.client.InvalidRecordException;
import io.github.camelvtiger.client.QuerySyntaxException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** What a refused lookup means: the user has no such module. All other failures stay failures. */
public final class LookupFailures {

    private LookupFailures() {}

    public static <T> CompletableFuture<Optional<T>> emptyWhereDenied(CompletableFuture<T> asked) {
        return asked.thenApply(Optional::of).exceptionally(failure -> {
            Throwable cause = Futures.cause(failure);
            if (cause instanceof AccessDeniedException
                    || cause instanceof InvalidRecordException
                    || cause instanceof QuerySyntaxException) {
                return Optional.empty();
            }
            throw new CompletionException(cause);
        });
    }
}
