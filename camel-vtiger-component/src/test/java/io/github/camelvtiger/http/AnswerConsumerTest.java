package io.github.camelvtiger.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.hc.core5.concurrent.FutureCallback;
import org.apache.hc.core5.http.impl.BasicEntityDetails;
import org.apache.hc.core5.http.message.BasicHttpResponse;
import org.junit.jupiter.api.Test;

class AnswerConsumerTest {

    private static final AnswerLimit LIMIT = new AnswerLimit(1_000, false);

    @Test
    void aConnectionThatFailsBehindItsAnswerLeavesTheAnswerWhole() throws Exception {
        CompletableFuture<ReceivedAnswer> answer = new CompletableFuture<>();
        AnswerConsumer consumer = new AnswerConsumer(LIMIT, () -> {});
        consumer.consumeResponse(new BasicHttpResponse(200), new BasicEntityDetails(5, null), null, into(answer));
        consumer.consume(ByteBuffer.wrap("whole".getBytes(StandardCharsets.UTF_8)));
        consumer.streamEnd(List.of());

        consumer.failed(new IOException("the connection was closed"));

        assertThat(answer.join().unpacked(LIMIT).body()).asString().isEqualTo("whole");
    }

    private static FutureCallback<ReceivedAnswer> into(CompletableFuture<ReceivedAnswer> answer) {
        return new FutureCallback<>() {
            @Override
            public void completed(ReceivedAnswer received) {
                answer.complete(received);
            }

            @Override
            public void failed(Exception failure) {
                answer.completeExceptionally(failure);
            }

            @Override
            public void cancelled() {
                answer.cancel(true);
            }
        };
    }
}
