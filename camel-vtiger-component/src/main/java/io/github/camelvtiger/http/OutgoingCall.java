package io.github.camelvtiger.http;

import io.github.camelvtiger.http.NoAnswerException.Reason;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.message.BasicHttpRequest;
import org.apache.hc.core5.http.nio.AsyncEntityProducer;
import org.apache.hc.core5.http.nio.AsyncRequestProducer;
import org.apache.hc.core5.http.nio.entity.BasicAsyncEntityProducer;
import org.apache.hc.core5.http.nio.support.BasicRequestProducer;

/** A call as the HTTP client sends it, and how far that has come. */
final class OutgoingCall {

    private final HttpCall call;
    /** Null for a call whose body, if any, is in memory. */
    private final BodyPump pump;

    private volatile long lastProgress = System.nanoTime();

    /** @param workers may block */
    OutgoingCall(HttpCall call, Executor workers) {
        this.call = call;
        this.pump = call.body() == null || call.body() instanceof BytesBody
                ? null
                : new BodyPump(call.body(), workers, () -> lastProgress = System.nanoTime());
    }

    /** @param encoding how the answer may be packed */
    AsyncRequestProducer producer(String encoding) {
        BasicHttpRequest request = new BasicHttpRequest(call.method().name(), call.uri());
        call.headers().forEach(request::setHeader);
        if (!request.containsHeader(HttpHeaders.ACCEPT_ENCODING)) {
            request.setHeader(HttpHeaders.ACCEPT_ENCODING, encoding);
        }
        return new BasicRequestProducer(request, entity());
    }

    private AsyncEntityProducer entity() {
        return call.body() instanceof BytesBody bytes
                ? new BasicAsyncEntityProducer(bytes.bytes(), ContentType.parseLenient(bytes.contentType()))
                : pump;
    }

    /** Done when the request was handed to the network. */
    CompletableFuture<Void> sent() {
        return pump == null ? CompletableFuture.completedFuture(null) : pump.sent();
    }

    /** For how long nothing was handed to the network. */
    Duration silence() {
        return Duration.ofNanos(System.nanoTime() - lastProgress);
    }

    /** The same failure, with what is known of how far the request was sent. */
    NoAnswerException located(NoAnswerException failure) {
        if (pump == null || pump.isWhole() || failure.reason() != Reason.LOST) {
            return failure;
        }
        String where = pump.isReading()
                ? "the source of the request's body gave nothing more"
                : "the request was not sent whole";
        return new NoAnswerException(where + ": " + failure.getMessage(), Reason.INCOMPLETE, failure.getCause());
    }
}
