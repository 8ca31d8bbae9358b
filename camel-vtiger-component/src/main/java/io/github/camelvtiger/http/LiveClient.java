package io.github.camelvtiger.http;

import io.github.camelvtiger.http.NoAnswerException.Reason;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.apache.hc.client5.http.impl.async.CloseableHttpAsyncClient;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.reactor.IOReactorStatus;

/**
 * One HTTP client for as long as it lives. Each of its threads serves many connections. An {@link Error} ends such a
 * thread, and after that the client answers no more: what is under way fails at once, and nothing more is sent by it.
 */
final class LiveClient {

    /** How long the threads of a client that is closed may take to close their connections. */
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final Set<Consumer<NoAnswerException>> underWay = ConcurrentHashMap.newKeySet();
    private final CloseableHttpAsyncClient client;
    /** Those that serve connections; the client makes one more, which only starts them. */
    private final List<Thread> threads;

    private volatile boolean closed;
    private volatile NoAnswerException end;

    private LiveClient(HttpClientFactory factory, int serving) {
        List<Thread> made = new CopyOnWriteArrayList<>();
        this.client = factory.build(threadFactory(made), serving);
        this.threads = List.copyOf(made);
        client.start();
    }

    /** For calls whose answers are collected: its threads never wait. */
    static LiveClient shared(HttpClientFactory factory) {
        return new LiveClient(factory, 0);
    }

    /** For one call whose reader may be slow: its thread waits for the reader, and no other call waits with it. */
    static LiveClient ofOneCall(HttpClientFactory factory) {
        return new LiveClient(factory, 1);
    }

    private ThreadFactory threadFactory(List<Thread> made) {
        AtomicInteger number = new AtomicInteger();
        return task -> {
            Thread thread = new Thread(() -> serve(task), "vtiger-http-" + number.incrementAndGet());
            thread.setDaemon(true);
            made.add(thread);
            return thread;
        };
    }

    private void serve(Runnable task) {
        Throwable cause = null;
        try {
            task.run();
        } catch (Throwable thrown) {
            // Not thrown on: every call that is under way fails with it.
            cause = thrown;
        } finally {
            ended(cause);
        }
    }

    private void ended(Throwable cause) {
        String what = closed
                ? "the connection was closed"
                : "the HTTP client stopped"
                        + (cause == null
                                ? ""
                                : " because of " + cause.getClass().getName()) + "; the next call is made by a new one";
        end = new NoAnswerException(what, Reason.LOST, cause);
        underWay.forEach(call -> call.accept(end));
    }

    boolean isAlive() {
        // Right after its start a client is not active yet.
        IOReactorStatus status = client.getStatus();
        return end == null && status != IOReactorStatus.SHUTTING_DOWN && status != IOReactorStatus.SHUT_DOWN;
    }

    CloseableHttpAsyncClient client() {
        return client;
    }

    /** Fails the call when the client ends before it is done. */
    void watch(CompletableFuture<?> answer, Consumer<NoAnswerException> fail) {
        underWay.add(fail);
        answer.whenComplete((done, failure) -> underWay.remove(fail));
        if (end != null) {
            fail.accept(end);
        }
    }

    void close() {
        closed = true;
        // A thread that waits for a reader would hold up the end of the client.
        underWay.forEach(call -> call.accept(new NoAnswerException("the connection was closed", Reason.LOST, null)));
        endThreads();
        client.close(CloseMode.IMMEDIATE);
    }

    /**
     * Lets each thread close its own connections, as an interrupted one does. To close the client alone would do that in
     * the thread that is here, while the others still go through the same keys of the same selectors: then either side
     * may end with a ConcurrentModificationException, which HttpCore logs, and after which it leaves the rest open
     * ({@code AbstractSingleCoreIOReactor.close} of httpcore5 5.3.6).
     */
    private void endThreads() {
        List<Thread> others = threads.stream()
                .filter(thread -> thread != Thread.currentThread())
                .toList();
        others.forEach(Thread::interrupt);
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        try {
            for (Thread thread : others) {
                TimeUnit.NANOSECONDS.timedJoin(thread, deadline - System.nanoTime());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
