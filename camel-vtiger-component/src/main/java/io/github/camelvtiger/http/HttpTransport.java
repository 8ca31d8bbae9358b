package io.github.camelvtiger.http;

import java.util.concurrent.CompletableFuture;

/** Sends requests; safe for many threads. */
public interface HttpTransport extends AutoCloseable {

    /**
     * The future ends with an {@link HttpAnswer}, whatever its status, or with a {@link NoAnswerException}. An answer is
     * collected in memory up to a size, and must be whole some time after the request was sent.
     */
    CompletableFuture<HttpAnswer> send(HttpCall call);

    /**
     * The same for an answer of any size, which is handed on when it begins. Who reads it may take as long as it likes;
     * the server may not pause longer than the response timeout while a caller waits for it. Cancelling the future, or
     * completing it by other means, leaves no connection behind.
     */
    CompletableFuture<StreamedAnswer> stream(HttpCall call);

    @Override
    void close();
}
