package io.github.camelvtiger.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.camelvtiger.HostileCrm;
import io.github.camelvtiger.client.ClientSettings;
import io.github.camelvtiger.http.NoAnswerException.Reason;
import java.net.URI;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.hc.core5.concurrent.FutureCallback;
import org.apache.hc.core5.http.EntityDetails;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.nio.AsyncResponseConsumer;
import org.apache.hc.core5.http.nio.CapacityChannel;
import org.apache.hc.core5.http.nio.support.AsyncRequestBuilder;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ApacheTransportTest {

    private final CountDownLatch slow = new CountDownLatch(1);
    private final HostileCrm crm = new HostileCrm((request, out) -> {
        if (request.operation().equals("slow")) {
            try {
                slow.await(1, TimeUnit.MINUTES);
            } catch (InterruptedException stopped) {
                return;
            }
        }
        HostileCrm.result("1").write(request, out);
    });
    private final ApacheTransport transport = new ApacheTransport(new ClientSettings(crm.url(), "admin", "key"));

    @AfterEach
    void close() {
        transport.close();
        crm.close();
    }

    @Test
    void aClientOfWhichAThreadEndedIsReplaced() {
        LiveClient first = transport.live();
        List<CompletableFuture<HttpAnswer>> underWay =
                List.of(transport.send(call("slow")), transport.send(call("slow")), transport.send(call("slow")));
        Awaitility.await().until(() -> crm.requests().size() == 3);

        first.client()
                .execute(AsyncRequestBuilder.get(call("any").uri()).build(), new FullHeap(), new FutureCallback<>() {
                    @Override
                    public void completed(Object result) {}

                    @Override
                    public void failed(Exception failure) {}

                    @Override
                    public void cancelled() {}
                });

        Awaitility.await().until(() -> !first.isAlive());
        for (CompletableFuture<HttpAnswer> call : underWay) {
            assertThat(catchThrowable(call::join).getCause())
                    .hasMessageContaining("the HTTP client stopped")
                    .isInstanceOfSatisfying(NoAnswerException.class, failure -> {
                        assertThat(failure.reason()).isEqualTo(Reason.LOST);
                        assertThat(failure.mayPass()).isTrue();
                    });
        }
        slow.countDown();
        for (int again = 0; again < 8; again++) {
            assertThat(transport.send(call("any")).join().status()).isEqualTo(200);
        }
    }

    @Test
    void whatFollowsAnAnswerRunsOnNoThreadThatServesConnections() {
        CompletableFuture<String> thread = transport.send(call("slow")).thenApply(answer -> Thread.currentThread()
                .getName());
        slow.countDown();

        assertThat(thread.join()).startsWith("vtiger-answers-");
    }

    @Test
    void anErrorWhileAnAnswerIsReadFailsThatCallOnly() {
        CompletableFuture<String> broken = transport.send(call("slow")).thenApply(answer -> {
            throw new StackOverflowError();
        });
        slow.countDown();

        assertThat(catchThrowable(broken::join)).hasCauseInstanceOf(StackOverflowError.class);
        assertThat(transport.live().isAlive()).isTrue();
        assertThat(transport.send(call("any")).join().status()).isEqualTo(200);
    }

    @Test
    void afterCloseNothingIsSent() {
        transport.close();

        assertThat(catchThrowable(transport.send(call("any"))::join).getCause())
                .isInstanceOfSatisfying(NoAnswerException.class, failure -> assertThat(failure.maybeSent())
                        .isFalse());
    }

    private HttpCall call(String operation) {
        return HttpCall.get(URI.create(crm.url() + "webservice.php?operation=" + operation));
    }

    /** Ends the thread that serves the connection, as a heap that is full does. */
    private static final class FullHeap implements AsyncResponseConsumer<Object> {

        @Override
        public void consumeResponse(
                HttpResponse response, EntityDetails entity, HttpContext context, FutureCallback<Object> callback) {
            throw new OutOfMemoryError("Java heap space");
        }

        @Override
        public void informationResponse(HttpResponse response, HttpContext context) {}

        @Override
        public void updateCapacity(CapacityChannel channel) {}

        @Override
        public void consume(ByteBuffer chunk) {}

        @Override
        public void streamEnd(List<? extends Header> trailers) {}

        @Override
        public void failed(Exception cause) {}

        @Override
        public void releaseResources() {}
    }
}
