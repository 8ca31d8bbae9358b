package io.github.camelvtiger.http;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * The threads on which answers are unpacked, read and handed on, and bodies of requests are read, so that none of that
 * keeps or ends a thread that serves connections. There are as many as there are calls at a time, which the number of
 * connections limits.
 */
final class AnswerThreads implements Executor, AutoCloseable {

    private static final int IDLE_SECONDS = 10;

    private final ThreadPoolExecutor threads;

    AnswerThreads() {
        AtomicInteger number = new AtomicInteger();
        threads = new ThreadPoolExecutor(
                0, Integer.MAX_VALUE, IDLE_SECONDS, TimeUnit.SECONDS, new SynchronousQueue<>(), task -> {
                    Thread thread = new Thread(task, "vtiger-answers-" + number.incrementAndGet());
                    thread.setDaemon(true);
                    return thread;
                });
    }

    /** @throws RejectedExecutionException when closed, or when no thread can be had */
    @Override
    public void execute(Runnable task) {
        try {
            threads.execute(task);
        } catch (OutOfMemoryError noThread) {
            throw new RejectedExecutionException("no thread can be started", noThread);
        }
    }

    /** Completes on one of the threads: what follows an answer must not run on one that serves connections. */
    <T> void complete(CompletableFuture<T> answer, Supplier<T> result) {
        try {
            execute(() -> completeHere(answer, result));
        } catch (RejectedExecutionException none) {
            answer.completeExceptionally(
                    new NoAnswerException("the connection was closed", NoAnswerException.Reason.LOST, null));
        }
    }

    <T> void fail(CompletableFuture<T> answer, NoAnswerException failure) {
        complete(answer, () -> {
            throw failure;
        });
    }

    /** An Error fails this call, and no other. */
    private static <T> void completeHere(CompletableFuture<T> answer, Supplier<T> result) {
        try {
            answer.complete(result.get());
        } catch (OutOfMemoryError tooLarge) {
            answer.completeExceptionally(AnswerLimit.outOfMemory(tooLarge));
        } catch (Throwable failure) {
            answer.completeExceptionally(failure);
        }
    }

    /** What is being read is read to its end. */
    @Override
    public void close() {
        threads.shutdown();
    }
}
