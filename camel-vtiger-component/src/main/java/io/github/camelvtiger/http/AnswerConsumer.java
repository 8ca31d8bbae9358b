package io.github.camelvtiger.http;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import org.apache.hc.core5.concurrent.FutureCallback;
import org.apache.hc.core5.http.EntityDetails;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.nio.AsyncResponseConsumer;
import org.apache.hc.core5.http.nio.CapacityChannel;
import org.apache.hc.core5.http.protocol.HttpContext;

/** Collects one answer up to a size, as it comes; nothing is unpacked here, on the thread that serves all connections. */
final class AnswerConsumer implements AsyncResponseConsumer<ReceivedAnswer> {

    private static final int CAPACITY = 64 * 1024;

    private final AnswerLimit limit;
    private final Chunks body;
    private final Runnable unanswered;
    private HttpHead head;
    private FutureCallback<ReceivedAnswer> result;

    /** @param unanswered run when the call ends without an answer, also after a failure was reported */
    AnswerConsumer(AnswerLimit limit, Runnable unanswered) {
        this.limit = limit;
        this.body = new Chunks(limit);
        this.unanswered = unanswered;
    }

    @Override
    public void consumeResponse(
            HttpResponse response, EntityDetails entity, HttpContext context, FutureCallback<ReceivedAnswer> callback)
            throws IOException {
        head = ResponseHead.of(response);
        result = callback;
        if (entity == null) {
            result.completed(new ReceivedAnswer(head, body));
        } else {
            limit.require(entity.getContentLength());
        }
    }

    @Override
    public void informationResponse(HttpResponse response, HttpContext context) {
        // The answer itself comes behind it.
    }

    @Override
    public void updateCapacity(CapacityChannel channel) throws IOException {
        channel.update(CAPACITY);
    }

    @Override
    public void consume(ByteBuffer chunk) throws IOException {
        body.add(chunk);
    }

    @Override
    public void streamEnd(List<? extends Header> trailers) {
        result.completed(new ReceivedAnswer(head, body));
    }

    @Override
    public void failed(Exception cause) {
        // A connection may fail after its answer was handed on, which still has the body.
    }

    @Override
    public void releaseResources() {
        if (head == null) {
            unanswered.run();
        }
    }
}
