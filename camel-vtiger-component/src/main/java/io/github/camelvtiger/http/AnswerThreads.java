package io.github.camelvtiger.http;

import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

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

    /** What is being read is read to its end. */
    @Override
    public void close() {
        threads.shutdown();
    }
}
