package io.github.camelvtiger.http;

import io.github.camelvtiger.client.ClientSettings;
import io.github.camelvtiger.http.NoAnswerException.Reason;
import java.time.Instant;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.apache.hc.core5.concurrent.FutureCallback;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.nio.AsyncRequestProducer;
import org.apache.hc.core5.http.nio.support.AsyncRequestBuilder;

/** HttpClient 5 async; a client that died is replaced by a new one. */
public final class ApacheTransport implements HttpTransport {

    /** An answer may take this many response timeouts in all. */
    private static final int PAUSES_IN_ALL = 10;

    private final ClientSettings settings;
    private final ConnectionFailures failures;
    private final AnswerLimit limit;
    private final HttpClientFactory factory;
    private final AnswerThreads threads = new AnswerThreads();
    private LiveClient current;
    private boolean closed;

    public ApacheTransport(ClientSettings settings) {
        this.settings = settings;
        this.failures = new ConnectionFailures(settings);
        this.limit =
                AnswerLimit.of(settings.maxAnswerSize(), Runtime.getRuntime().maxMemory());
        this.factory = new HttpClientFactory(settings);
        this.current = new LiveClient(factory);
    }

    @Override
    public CompletableFuture<HttpAnswer> send(HttpCall call) {
        CompletableFuture<HttpAnswer> answer = new CompletableFuture<>();
        LiveClient live;
        try {
            live = live();
        } catch (NoAnswerException none) {
            return CompletableFuture.failedFuture(none);
        }
        live.watch(
                answer,
                failure -> finish(answer, () -> {
                    throw failure;
                }));
        try {
            Future<ReceivedAnswer> running =
                    live.client().execute(request(call), new AnswerConsumer(limit), callback(answer));
            endAfterDeadline(answer, running);
        } catch (RuntimeException stopped) {
            finish(answer, () -> {
                throw new NoAnswerException(
                        "the HTTP client stopped before the request was sent", Reason.NOT_SENT, stopped);
            });
        }
        return answer;
    }

    private FutureCallback<ReceivedAnswer> callback(CompletableFuture<HttpAnswer> answer) {
        return new FutureCallback<>() {
            @Override
            public void completed(ReceivedAnswer received) {
                finish(answer, () -> received.unpacked(limit, Instant.now()));
            }

            @Override
            public void failed(Exception failure) {
                finish(answer, () -> {
                    throw failures.sentence(failure);
                });
            }

            @Override
            public void cancelled() {
                failed(new CancellationException("cancelled"));
            }
        };
    }

    /** The client that sends; a new one when the last one died. */
    synchronized LiveClient live() {
        if (closed) {
            throw closed(Reason.NOT_SENT);
        }
        if (!current.isAlive()) {
            threads.execute(current::close);
            current = new LiveClient(factory);
        }
        return current;
    }

    /** Unpacks and completes on a thread for answers: what follows an answer must not run on one that serves connections. */
    private void finish(CompletableFuture<HttpAnswer> answer, Supplier<HttpAnswer> result) {
        try {
            threads.execute(() -> complete(answer, result));
        } catch (RejectedExecutionException none) {
            answer.completeExceptionally(closed(Reason.LOST));
        }
    }

    /** An Error fails this call, and no other. */
    private void complete(CompletableFuture<HttpAnswer> answer, Supplier<HttpAnswer> result) {
        try {
            answer.complete(result.get());
        } catch (OutOfMemoryError tooLarge) {
            answer.completeExceptionally(AnswerLimit.outOfMemory(tooLarge));
        } catch (Throwable failure) {
            answer.completeExceptionally(failure);
        }
    }

    private static NoAnswerException closed(Reason reason) {
        return new NoAnswerException("the connection was closed", reason, null);
    }

    private static AsyncRequestProducer request(HttpCall call) {
        AsyncRequestBuilder request = call.form() == null ? AsyncRequestBuilder.get() : AsyncRequestBuilder.post();
        request.setUri(call.uri()).addHeader(HttpHeaders.ACCEPT_ENCODING, "gzip");
        if (call.form() != null) {
            request.setEntity(call.form(), ContentType.APPLICATION_FORM_URLENCODED);
        }
        return request.build();
    }

    /** A server that sends a byte now and then would never meet the response timeout. */
    private void endAfterDeadline(CompletableFuture<HttpAnswer> answer, Future<ReceivedAnswer> running) {
        long deadline = settings.responseTimeout().toMillis() * PAUSES_IN_ALL;
        answer.copy().orTimeout(deadline, TimeUnit.MILLISECONDS).whenComplete((done, failure) -> {
            if (failure instanceof TimeoutException) {
                finish(answer, () -> {
                    throw new NoAnswerException(
                            "the answer was not whole after " + deadline + " ms", Reason.LOST, failure);
                });
                running.cancel(true);
            }
        });
    }

    @Override
    public void close() {
        LiveClient last;
        synchronized (this) {
            closed = true;
            last = current;
        }
        last.close();
        threads.close();
    }
}
