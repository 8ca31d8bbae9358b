package io.github.camelvtiger.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.camelvtiger.client.ClientSettings;
import io.github.camelvtiger.http.NoAnswerException.Reason;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.GZIPOutputStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StreamedAnswersTest {

    private static final int LARGE = 8 * 1024 * 1024;
    private static final int CHUNKS = 64 * 1024;

    private WireServer server;
    private ApacheTransport transport;

    @AfterEach
    void close() throws IOException {
        transport.close();
        server.close();
    }

    @Test
    void anAnswerLargerThanMayBeCollectedIsReadByteForByte() throws IOException {
        serve((in, out) -> {
            WireServer.head(in);
            WireServer.write(out, "HTTP/1.1 201 Made so\r\nX-Note: yes\r\nContent-Length: " + LARGE + "\r\n\r\n");
            pattern(out);
        });

        try (StreamedAnswer answer = transport.stream(call()).join()) {
            assertThat(answer.head().status()).isEqualTo(201);
            assertThat(answer.head().reason()).isEqualTo("Made so");
            assertThat(answer.head().header("x-note")).isEqualTo("yes");
            long length = 0;
            for (int next = answer.body().read();
                    next >= 0;
                    next = answer.body().read()) {
                assertThat((byte) next).isEqualTo((byte) (length * 31));
                length++;
            }
            assertThat(length).isEqualTo(LARGE);
        }
    }

    @Test
    void aConnectionThatIsCutInTheMiddleFailsTheReader() {
        serve((in, out) -> {
            WireServer.head(in);
            WireServer.write(out, "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nbegun");
        });
        InputStream body = transport.stream(call()).join().body();

        Throwable failure = catchThrowable(body::readAllBytes);

        assertThat(failure)
                .isInstanceOf(IOException.class)
                .hasMessage("the connection was cut before the answer was whole");
        assertThat(failure.getCause())
                .isInstanceOfSatisfying(NoAnswerException.class, cause -> assertThat(cause.reason())
                        .isEqualTo(Reason.LOST));
    }

    @Test
    void aReaderMayPauseLongerThanTheServerMay() throws IOException {
        serveHastily((in, out) -> {
            if (WireServer.head(in).contains("operation=never")) {
                in.read();
            }
            WireServer.write(out, "HTTP/1.1 200 OK\r\nContent-Length: " + LARGE + "\r\n\r\n");
            pattern(out);
        });
        try (StreamedAnswer answer = transport.stream(call()).join()) {
            answer.body().read();

            // Each of them takes as long as a response timeout.
            for (int pause = 0; pause < 3; pause++) {
                assertThat(catchThrowable(transport.send(never())::join)).hasMessageContaining("no answer within");
            }

            assertThat(answer.body().readAllBytes()).hasSize(LARGE - 1);
        }
    }

    @Test
    void anAnswerInChunksIsNotReadFasterThanItsReader() throws IOException {
        AtomicLong sent = new AtomicLong();
        serveHastily((in, out) -> {
            if (WireServer.head(in).contains("operation=never")) {
                in.read();
            }
            WireServer.write(out, "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n");
            String chunk = "400\r\n" + "x".repeat(1024) + "\r\n";
            for (int chunks = 0; chunks < CHUNKS; chunks++) {
                WireServer.write(out, chunk);
                sent.addAndGet(1024);
            }
            WireServer.write(out, "0\r\n\r\n");
        });
        try (StreamedAnswer answer = transport.stream(call()).join()) {
            answer.body().read();
            // Other calls go on meanwhile.
            assertThat(catchThrowable(transport.send(never())::join)).hasMessageContaining("no answer within");
            assertThat(sent.get()).as("buffers of both sides hold a few MB").isLessThan(CHUNKS * 1024L / 2);

            assertThat(answer.body().skip(Long.MAX_VALUE)).isEqualTo(CHUNKS * 1024L - 1);
        }
    }

    @Test
    void aServerThatPausesWhileItIsWaitedForFailsTheReader() {
        serveHastily((in, out) -> {
            WireServer.head(in);
            WireServer.write(out, "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nbegun");
            endWithTheConnection(in);
        });
        InputStream body = transport.stream(call()).join().body();

        assertThat(catchThrowable(body::readAllBytes))
                .hasMessage("no more of the answer within 300 ms; raise responseTimeout if the server is slow");
        Awaitility.await().until(() -> server.ends().size() == 1);
    }

    @Test
    void aServerThatDoesNotBeginFailsTheCall() {
        serveHastily((in, out) -> {
            WireServer.head(in);
            endWithTheConnection(in);
        });

        assertThat(catchThrowable(transport.stream(call())::join).getCause())
                .hasMessage("no answer within 300 ms; raise responseTimeout if the server is slow")
                .isInstanceOf(NoAnswerException.class);
        Awaitility.await().until(() -> server.ends().size() == 1);
    }

    @Test
    void aStreamThatIsClosedEarlyCutsItsConnection() throws IOException {
        serve(StreamedAnswersTest::endless);
        for (int times = 1; times <= 10; times++) {
            transport.stream(call()).join().close();
            int closed = times;
            Awaitility.await().until(() -> server.ends().size() == closed);
        }
    }

    @Test
    void aStreamThatIsClosedWhileTheServerIsSilentCutsItsConnection() throws IOException {
        serve((in, out) -> {
            WireServer.head(in);
            WireServer.write(out, "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nbegun");
            endWithTheConnection(in);
        });
        for (int times = 1; times <= 10; times++) {
            transport.stream(call()).join().close();
            int closed = times;
            Awaitility.await().until(() -> server.ends().size() == closed);
        }
    }

    @Test
    void anAnswerThatIsNotWholeInTimeCutsItsConnection() {
        serveHastily((in, out) -> {
            WireServer.head(in);
            WireServer.write(out, "HTTP/1.1 200 OK\r\nContent-Length: 10000000\r\n\r\n");
            while (true) {
                WireServer.write(out, "1");
            }
        });

        assertThat(catchThrowable(transport.send(call())::join)).hasMessageContaining("the answer");
        Awaitility.await().until(() -> server.ends().size() == 1);
    }

    @Test
    void aCallThatIsCancelledCutsItsConnection() {
        serve((in, out) -> {
            WireServer.head(in);
            endWithTheConnection(in);
        });
        CompletableFuture<StreamedAnswer> call = transport.stream(call());
        Awaitility.await().until(() -> server.connections() == 1);

        call.cancel(true);

        Awaitility.await().until(() -> server.ends().size() == 1);
    }

    @Test
    void anAnswerThatHasComeKeepsNoConnectionAlthoughItIsNotRead() throws IOException {
        serve((in, out) -> {
            while (true) {
                WireServer.head(in);
                WireServer.write(out, "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nsmall");
            }
        });
        List<StreamedAnswer> unread = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            unread.add(transport.stream(call()).join());
        }
        Awaitility.await().until(() -> server.ends().size() == unread.size());
        for (StreamedAnswer answer : unread) {
            assertThat(new String(answer.body().readAllBytes(), StandardCharsets.UTF_8))
                    .isEqualTo("small");
        }
    }

    @Test
    void closingTheTransportEndsTheReading() {
        serve(StreamedAnswersTest::endless);
        InputStream body = transport.stream(call()).join().body();

        transport.close();

        assertThat(catchThrowable(body::readAllBytes)).isInstanceOf(IOException.class);
    }

    @Test
    void afterCloseNothingIsSent() {
        serve(StreamedAnswersTest::endless);
        transport.close();

        assertThat(catchThrowable(transport.stream(call())::join).getCause())
                .isInstanceOfSatisfying(NoAnswerException.class, failure -> assertThat(failure.maybeSent())
                        .isFalse());
    }

    @Test
    void anAnswerWithoutABodyIsAnEmptyStream() throws IOException {
        serve((in, out) -> {
            WireServer.head(in);
            WireServer.write(out, "HTTP/1.1 204 No Content\r\n\r\n");
        });

        assertThat(transport.stream(call()).join().body().readAllBytes()).isEmpty();
    }

    @Test
    void gzipThatWasNotAskedForIsUnpackedAllTheSame() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write("text".getBytes(StandardCharsets.UTF_8));
        }
        List<String> heads = new ArrayList<>();
        serve((in, out) -> {
            heads.add(WireServer.head(in));
            WireServer.write(
                    out, "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: " + packed.size() + "\r\n\r\n");
            out.write(packed.toByteArray());
        });

        assertThat(new String(transport.stream(call()).join().body().readAllBytes(), StandardCharsets.UTF_8))
                .isEqualTo("text");
        assertThat(heads.get(0)).contains("Accept-Encoding: identity");
    }

    private void serve(WireServer.Script script) {
        serve(script, Duration.ofMinutes(1));
    }

    /** With a response timeout that can be waited for. */
    private void serveHastily(WireServer.Script script) {
        serve(script, Duration.ofMillis(300));
    }

    private void serve(WireServer.Script script, Duration responseTimeout) {
        server = new WireServer(script);
        transport = new ApacheTransport(settings(responseTimeout));
    }

    private static ClientSettings settings(Duration responseTimeout) {
        ClientSettings usual = new ClientSettings("http://127.0.0.1", "admin", "key");
        return new ClientSettings(
                usual.url(),
                usual.username(),
                usual.accessKey(),
                usual.protocol(),
                1,
                usual.connectTimeout(),
                responseTimeout,
                usual.requestsPerMinute(),
                usual.dailyReserve(),
                usual.readAttempts(),
                1_000_000,
                usual.maxRetryAfter(),
                null,
                true,
                null);
    }

    private HttpCall call() {
        return HttpCall.get(server.uri());
    }

    private HttpCall never() {
        return HttpCall.get(server.uri().resolve("?operation=never"));
    }

    private static void pattern(OutputStream out) throws IOException {
        byte[] bytes = new byte[LARGE];
        for (int i = 0; i < LARGE; i++) {
            bytes[i] = (byte) (i * 31);
        }
        out.write(bytes);
    }

    private static void endWithTheConnection(InputStream in) throws IOException {
        if (in.read() < 0) {
            throw new IOException("cut");
        }
    }

    private static void endless(InputStream in, OutputStream out) throws IOException {
        WireServer.head(in);
        WireServer.write(out, "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n");
        while (true) {
            WireServer.write(out, "5\r\nagain\r\n");
        }
    }
}
