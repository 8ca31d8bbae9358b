package io.github.camelvtiger.operation;

import io.github.camelvtiger.NotFoundBehaviour;
import io.github.camelvtiger.async.Futures;
import io.github.camelvtiger.client.RecordNotFoundException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** A record that is not there as the option notFoundBehaviour wants it. */
final class NotFound {

    private NotFound() {}

    static <T> CompletableFuture<T> as(CompletableFuture<T> record, NotFoundBehaviour behaviour) {
        return behaviour == NotFoundBehaviour.NULL ? record.exceptionally(NotFound::absent) : record;
    }

    private static <T> T absent(Throwable failure) {
        Throwable cause = Futures.cause(failure);
        if (cause instanceof RecordNotFoundException) {
            return null;
        }
        throw new CompletionException(cause);
    }
}
