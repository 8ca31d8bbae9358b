package io.github.camelvtiger.http;

import io.github.camelvtiger.http.NoAnswerException.Reason;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/**
 * How one call ended. The first report counts: to end a call makes its connection report a failure, too. The future
 * completes on a worker, since what follows an answer must not run on a thread that serves connections.
 */
final class CallOutcome<T> {

    private final CompletableFuture<T> answer = new CompletableFuture<>();
    private final AtomicBoolean reported = new AtomicBoolean();
    private final Executor workers;

    CallOutcome(Executor workers) {
        this.workers = workers;
    }

    CompletableFuture<T> answer() {
        return answer;
    }

    boolean isReported() {
        return reported.get();
    }

    void fail(NoAnswerException failure) {
        complete(() -> {
            throw failure;
        });
    }

    /** @param result may throw a {@link NoAnswerException} */
    void complete(Supplier<T> result) {
        if (reported.getAndSet(true)) {
            return;
        }
        try {
            workers.execute(() -> completeHere(result));
        } catch (RejectedExecutionException none) {
            answer.completeExceptionally(new NoAnswerException("the connection was closed", Reason.LOST, null));
        }
    }

    /** An Error fails this call, and no other. */
    private void completeHere(Supplier<T> result) {
        try {
            answer.complete(result.get());
        } catch (OutOfMemoryError tooLarge) {
            answer.completeExceptionally(AnswerLimit.outOfMemory(tooLarge));
        } catch (Throwable failure) {
            answer.completeExceptionally(failure);
        }
    }
}
