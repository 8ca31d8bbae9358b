package io.github.camelvtiger.http;

import java.util.concurrent.CompletableFuture;

/** Sends requests; safe for many threads. */
public interface HttpTransport extends AutoCloseable {

    /** The future ends with an {@link HttpAnswer}, whatever its status, or with a {@link NoAnswerException}. */
    CompletableFuture<HttpAnswer> send(HttpCall call);

    @Override
    void close();
}
