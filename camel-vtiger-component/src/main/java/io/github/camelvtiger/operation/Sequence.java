package io.github.camelvtiger.operation;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Predicate;

/**
 * Calls for each element, one after the other, and collects the answers in order. A loop and not a chain of futures, so
 * that a batch of any size needs one frame of the stack.
 */
final class Sequence<T> {

    /** One asynchronous call. */
    interface Call<T> {
        CompletableFuture<T> apply(int index, Object element);
    }

    private final Iterator<?> input;
    private final Call<T> call;
    private final Predicate<T> last;
    private final Executor executor;
    private final List<T> answers = new ArrayList<>();
    private final CompletableFuture<List<T>> done = new CompletableFuture<>();

    /** @param last whether nothing is called any more after this answer */
    Sequence(Iterator<?> input, Call<T> call, Predicate<T> last, Executor executor) {
        this.input = input;
        this.call = call;
        this.last = last;
        this.executor = executor;
    }

    CompletableFuture<List<T>> run() {
        advance();
        return done;
    }

    private void advance() {
        try {
            while (input.hasNext()) {
                CompletableFuture<T> answer = call.apply(answers.size(), input.next());
                if (!answer.isDone()) {
                    answer.whenCompleteAsync(this::resume, executor);
                    return;
                }
                if (isLast(answer.join())) {
                    break;
                }
            }
            done.complete(answers);
        } catch (RuntimeException e) {
            done.completeExceptionally(e);
        }
    }

    private void resume(T answer, Throwable failure) {
        if (failure != null) {
            done.completeExceptionally(failure);
        } else if (isLast(answer)) {
            done.complete(answers);
        } else {
            advance();
        }
    }

    private boolean isLast(T answer) {
        answers.add(answer);
        return last.test(answer);
    }
}
