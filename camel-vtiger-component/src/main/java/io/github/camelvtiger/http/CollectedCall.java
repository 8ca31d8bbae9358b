package io.github.camelvtiger.http;

import io.github.camelvtiger.http.NoAnswerException.Reason;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.concurrent.FutureCallback;

/** One call whose answer is collected in memory. */
final class CollectedCall implements FutureCallback<ReceivedAnswer> {

    /** An answer may take this many response timeouts in all. */
    private static final int PAUSES_IN_ALL = 10;

    private final CallOutcome<HttpAnswer> outcome;
    private final OutgoingCall outgoing;
    private final AnswerLimit limit;
    private final Duration responseTimeout;
    private final ConnectionFailures failures;

    CollectedCall(
            OutgoingCall outgoing,
            AnswerLimit limit,
            Duration responseTimeout,
            ConnectionFailures failures,
            AnswerThreads threads) {
        this.outcome = new CallOutcome<>(threads);
        this.outgoing = outgoing;
        this.limit = limit;
        this.responseTimeout = responseTimeout;
        this.failures = failures;
    }

    CompletableFuture<HttpAnswer> answer() {
        return outcome.answer();
    }

    void start(LiveClient live, HttpClientContext context) {
        live.watch(outcome.answer(), failure -> outcome.fail(outgoing.located(failure)));
        Future<ReceivedAnswer> running = live.client()
                .execute(
                        outgoing.producer("gzip"),
                        new AnswerConsumer(limit, () -> outcome.fail(failures.unrepeatable())),
                        context,
                        this);
        outgoing.sent()
                .whenComplete((sent, refused) -> endAfterDeadline(() -> {
                    running.cancel(true);
                    ConnectionCut.of(context);
                }));
    }

    @Override
    public void completed(ReceivedAnswer received) {
        outcome.complete(() -> received.unpacked(limit));
    }

    @Override
    public void failed(Exception failure) {
        outcome.fail(outgoing.located(failures.sentence(failure)));
    }

    @Override
    public void cancelled() {
        failed(new CancellationException("cancelled"));
    }

    /** A server that sends a byte now and then would never meet the response timeout. */
    private void endAfterDeadline(Runnable cut) {
        long deadline = responseTimeout.toMillis() * PAUSES_IN_ALL;
        outcome.answer().copy().orTimeout(deadline, TimeUnit.MILLISECONDS).whenComplete((done, failure) -> {
            if (failure instanceof TimeoutException) {
                outcome.fail(new NoAnswerException(
                        "the answer was not whole after " + deadline + " ms", Reason.LOST, failure));
                cut.run();
            }
        });
    }
}
