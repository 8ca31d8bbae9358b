package io.github.camelvtiger.http;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.function.Consumer;
import org.apache.hc.core5.concurrent.FutureCallback;
import org.apache.hc.core5.http.EntityDetails;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.nio.AsyncResponseConsumer;
import org.apache.hc.core5.http.nio.CapacityChannel;
import org.apache.hc.core5.http.protocol.HttpContext;

/** Hands an answer's head on when it comes, and its body to a stream. */
final class StreamConsumer implements AsyncResponseConsumer<Void> {

    private final AnswerStream stream;
    private final Consumer<HttpHead> begun;
    private final Runnable unanswered;
    private FutureCallback<Void> result;

    /** @param unanswered run when the call ends without an answer, also after a failure was reported */
    StreamConsumer(AnswerStream stream, Consumer<HttpHead> begun, Runnable unanswered) {
        this.stream = stream;
        this.begun = begun;
        this.unanswered = unanswered;
    }

    @Override
    public void consumeResponse(
            HttpResponse response, EntityDetails entity, HttpContext context, FutureCallback<Void> callback) {
        result = callback;
        if (entity == null) {
            streamEnd(List.of());
        }
        begun.accept(ResponseHead.of(response));
    }

    @Override
    public void informationResponse(HttpResponse response, HttpContext context) {
        // The answer itself comes behind it.
    }

    @Override
    public void updateCapacity(CapacityChannel channel) throws IOException {
        stream.pause(channel);
    }

    @Override
    public void consume(ByteBuffer chunk) throws IOException {
        stream.add(chunk);
    }

    @Override
    public void streamEnd(List<? extends Header> trailers) {
        // In this order: a stream that is over has its connection cut unless it was given back before.
        result.completed(null);
        stream.end();
    }

    @Override
    public void failed(Exception cause) {
        // Reported by the call's own callback.
    }

    @Override
    public void releaseResources() {
        if (result == null) {
            unanswered.run();
        }
    }
}
