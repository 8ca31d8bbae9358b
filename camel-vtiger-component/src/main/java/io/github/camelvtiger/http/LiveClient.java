package io.github.camelvtiger.http;

import io.github.camelvtiger.http.NoAnswerException.Reason;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadFactory;
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

    private final Set<Consumer<NoAnswerException>> underWay = ConcurrentHashMap.newKeySet();
    private final CloseableHttpAsyncClient client;
    private volatile boolean closed;
    private volatile NoAnswerException end;

    private LiveClient(HttpClientFactory factory, int serving) {
        this.client = factory.start(threads(), serving);
    }

    /** For calls whose answers are collected: its threads never wait. */
    static LiveClient shared(HttpClientFactory factory) {
        return new LiveClient(factory, 0);
    }

    /** For one call whose reader may be slow: its thread waits for the reader, and no other call waits with it. */
    static LiveClient ofOneCall(HttpClientFactory factory) {
        return new LiveClient(factory, 1);
    }

    private ThreadFactory threads() {
        AtomicInteger number = new AtomicInteger();
        return task -> {
            Thread thread = new Thread(() -> serve(task), "vtiger-http-" + number.incrementAndGet());
            thread.setDaemon(true);
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
        client.close(CloseMode.IMMEDIATE);
    }
}
