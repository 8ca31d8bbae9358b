package io.github.camelvtiger.http;

import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.concurrent.FutureCallback;
import org.apache.hc.core5.util.Timeout;

/**
 * One call whose answer is handed on when it begins. The connection itself has no timeout, since it pauses for as long as
 * the reader does: until the answer begins the call looks after it, and the stream when it is read.
 */
final class StreamedCall implements FutureCallback<Void> {

    private final CallOutcome<StreamedAnswer> outcome;
    private final OutgoingCall outgoing;
    private final AnswerStream body;
    private final Duration responseTimeout;
    private final ConnectionFailures failures;
    private final AnswerThreads threads;

    StreamedCall(OutgoingCall outgoing, Duration responseTimeout, ConnectionFailures failures, AnswerThreads threads) {
        this.outcome = new CallOutcome<>(threads);
        this.outgoing = outgoing;
        this.body = new AnswerStream(responseTimeout);
        this.responseTimeout = responseTimeout;
        this.failures = failures;
        this.threads = threads;
    }

    CompletableFuture<StreamedAnswer> answer() {
        return outcome.answer();
    }

    /** Done when nothing more of the answer can come, and the client that served it is needed no more. */
    CompletableFuture<Void> over() {
        return body.over();
    }

    void start(LiveClient live, HttpClientContext context) {
        live.watch(body.over(), this::fail);
        context.setRequestConfig(unhurried());
        Future<Void> running = live.client()
                .execute(
                        outgoing.producer("identity"),
                        new StreamConsumer(body, this::begun, () -> fail(failures.unrepeatable())),
                        context,
                        this);
        body.over().thenRun(() -> {
            // What is done gives its connection back by itself.
            if (!running.isDone()) {
                running.cancel(true);
                ConnectionCut.of(context);
            }
        });
        outcome.answer().whenComplete((begun, failure) -> {
            // Also when it was cancelled: then nobody closes the body.
            if (failure != null) {
                body.close();
            }
        });
        failWhenSilent();
    }

    private RequestConfig unhurried() {
        return RequestConfig.custom()
                .setResponseTimeout(Timeout.DISABLED)
                .setConnectionRequestTimeout(Timeout.of(responseTimeout))
                .build();
    }

    private void begun(HttpHead head) {
        outcome.complete(() -> new StreamedAnswer(head, ContentCoding.unpacked(head, body)));
    }

    private void failWhenSilent() {
        long left = responseTimeout.minus(outgoing.silence()).toMillis();
        if (outcome.isReported()) {
            return;
        }
        if (left <= 0) {
            failed(new SocketTimeoutException());
        } else {
            CompletableFuture.delayedExecutor(left, TimeUnit.MILLISECONDS, threads)
                    .execute(this::failWhenSilent);
        }
    }

    private void fail(NoAnswerException failure) {
        NoAnswerException located = outgoing.located(failure);
        outcome.fail(located);
        body.fail(located);
    }

    @Override
    public void completed(Void whole) {
        // The body says so itself.
    }

    @Override
    public void failed(Exception failure) {
        fail(failures.sentence(failure));
    }

    @Override
    public void cancelled() {
        failed(new CancellationException("cancelled"));
    }
}
