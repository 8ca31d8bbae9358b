package io.github.camelvtiger.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.camelvtiger.client.ClientSettings;
import io.github.camelvtiger.http.NoAnswerException.Reason;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RequestBodiesTest {

    private static final int LARGE = 8 * 1024 * 1024;
    private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";

    @TempDir
    private Path directory;

    private final AtomicBoolean closed = new AtomicBoolean();
    private final CompletableFuture<String> head = new CompletableFuture<>();
    private final CompletableFuture<byte[]> received = new CompletableFuture<>();
    private WireServer server;
    private ApacheTransport transport;

    @AfterEach
    void close() throws IOException {
        transport.close();
        server.close();
    }

    @Test
    void aStreamOfKnownLengthIsSentWhole() {
        byte[] bytes = pattern();
        serveAll(bytes.length);

        send(new StreamBody(source(bytes), bytes.length, "text/csv")).join();

        assertThat(head.join()).contains("Content-Length: " + LARGE).contains("Content-Type: text/csv");
        assertThat(received.join()).isEqualTo(bytes);
        Awaitility.await().untilTrue(closed);
    }

    @Test
    void aStreamOfUnknownLengthIsSentInChunks() {
        serve((in, out) -> {
            head.complete(WireServer.head(in));
            StringBuilder chunks = new StringBuilder();
            while (chunks.indexOf("0\r\n\r\n") < 0) {
                chunks.append((char) in.read());
            }
            received.complete(chunks.toString().getBytes(StandardCharsets.UTF_8));
            WireServer.write(out, OK);
        });

        send(new StreamBody(source("text".getBytes(StandardCharsets.UTF_8)), HttpBody.UNKNOWN_LENGTH, "text/plain"))
                .join();

        assertThat(head.join()).contains("Transfer-Encoding: chunked");
        assertThat(new String(received.join(), StandardCharsets.UTF_8)).isEqualTo("4\r\ntext\r\n0\r\n\r\n");
    }

    @Test
    void multipartIsSentPartByPart() throws IOException {
        Path file = Files.writeString(directory.resolve("a.txt"), "of a file");
        MultipartBody body = new MultipartBody(
                List.of(
                        MultipartBody.Part.text("element", "{\"name\":\"Zoë\"}"),
                        new MultipartBody.Part("filename", "a\"\r\nb.txt", FileBody.of(file, "text/plain"))),
                "limit");
        serveAll((int) body.length());

        send(body).join();

        assertThat(head.join()).contains("Content-Type: multipart/form-data; boundary=limit");
        assertThat(new String(received.join(), StandardCharsets.UTF_8))
                .isEqualTo("--limit\r\nContent-Disposition: form-data; name=\"element\"\r\n\r\n{\"name\":\"Zoë\"}\r\n"
                        + "--limit\r\nContent-Disposition: form-data; name=\"filename\"; filename=\"a%22%0D%0Ab.txt\"\r\n"
                        + "Content-Type: text/plain\r\n\r\nof a file\r\n--limit--\r\n");
        assertThat(body.isSpent()).isFalse();
    }

    @Test
    void multipartIsSpentWithOneOfItsParts() {
        byte[] bytes = {1};
        MultipartBody body = MultipartBody.of(
                List.of(new MultipartBody.Part("file", "a", new StreamBody(source(bytes), 1, "text/plain"))));
        assertThat(HttpCall.post(URI.create("http://127.0.0.1/"), body).canBeSent())
                .isTrue();
        serveAll((int) body.length());

        send(body).join();

        assertThat(HttpCall.post(server.uri(), body).canBeSent()).isFalse();
    }

    @Test
    void methodsAndHeadersAreSent() {
        for (HttpMethod method : HttpMethod.values()) {
            CompletableFuture<String> seen = new CompletableFuture<>();
            serve((in, out) -> {
                seen.complete(WireServer.head(in));
                WireServer.write(out, OK);
            });

            transport
                    .send(new HttpCall(method, server.uri(), Map.of("X-Of-User", "yes"), null))
                    .join();

            assertThat(seen.join())
                    .startsWith(method + " /webservice.php HTTP/1.1")
                    .contains("X-Of-User: yes");
        }
    }

    @Test
    void aSourceThatFailsFailsTheCallAndIsNeverSentWhole() {
        serve((in, out) -> {
            WireServer.head(in);
            ByteArrayOutputStream all = new ByteArrayOutputStream();
            try {
                in.transferTo(all);
            } finally {
                received.complete(all.toByteArray());
            }
        });
        InputStream failing = new InputStream() {
            private int left = 100_000;

            @Override
            public int read() throws IOException {
                if (left-- <= 0) {
                    throw new IOException("the disk is gone");
                }
                return 'a';
            }
        };

        Throwable failure = catchThrowable(send(new StreamBody(failing, HttpBody.UNKNOWN_LENGTH, "text/plain"))::join);

        assertThat(failure.getCause()).isInstanceOfSatisfying(NoAnswerException.class, cause -> {
            assertThat(cause.reason()).isEqualTo(Reason.INCOMPLETE);
            assertThat(cause).hasMessageContaining("the disk is gone");
        });
        assertThat(new String(received.join(), StandardCharsets.UTF_8)).doesNotEndWith("0\r\n\r\n");
    }

    @Test
    void aFileThatIsShorterThanItWasIsNotSentWhole() throws IOException {
        Path file = Files.write(directory.resolve("log"), new byte[1000]);
        FileBody body = FileBody.of(file, "text/plain");
        Files.write(file, new byte[10]);
        serve((in, out) -> {
            WireServer.head(in);
            in.readAllBytes();
        });

        assertThat(catchThrowable(send(body)::join).getCause())
                .hasMessageContaining("the body has only 10 of the 1000 bytes that it was said to have")
                .isInstanceOfSatisfying(NoAnswerException.class, cause -> assertThat(cause.reason())
                        .isEqualTo(Reason.INCOMPLETE));
    }

    @Test
    void aFileThatIsLongerThanItWasIsNotSentWhole() throws IOException {
        Path file = Files.write(directory.resolve("log"), new byte[1000]);
        FileBody body = FileBody.of(file, "text/plain");
        Files.write(file, new byte[2000]);
        serve((in, out) -> {
            WireServer.head(in);
            in.readAllBytes();
        });

        assertThat(catchThrowable(send(body)::join).getCause())
                .hasMessageContaining("the body has more than the 1000 bytes that it was said to have");
    }

    @Test
    void aRefusalBeforeTheBodyWasReadIsTheAnswer() {
        serve((in, out) -> {
            WireServer.head(in);
            WireServer.write(out, "HTTP/1.1 413 Too Large\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
            in.readAllBytes();
        });

        HttpAnswer answer = send(new StreamBody(source(new byte[LARGE]), LARGE, "text/plain"))
                .join();

        assertThat(answer.status()).isEqualTo(413);
        Awaitility.await().untilTrue(closed);
    }

    @Test
    void aServerThatStopsReadingFailsTheCall() {
        serveHastily((in, out) -> {
            WireServer.head(in);
            head.join();
        });

        Throwable failure =
                catchThrowable(send(new StreamBody(source(new byte[4 * LARGE]), 4 * LARGE, "text/plain"))::join);

        assertThat(failure.getCause())
                .hasMessageStartingWith("the request was not sent whole: no answer within 300 ms")
                .isInstanceOfSatisfying(NoAnswerException.class, cause -> assertThat(cause.reason())
                        .isEqualTo(Reason.INCOMPLETE));
        head.complete("");
        Awaitility.await().untilTrue(closed);
    }

    @Test
    void aSourceThatGivesNothingMoreFailsTheCall() throws IOException {
        serveHastily((in, out) -> {
            WireServer.head(in);
            in.readAllBytes();
        });
        try (PipedOutputStream writer = new PipedOutputStream();
                PipedInputStream pipe = new PipedInputStream(writer)) {
            writer.write(1);

            assertThat(catchThrowable(send(new StreamBody(pipe, HttpBody.UNKNOWN_LENGTH, "text/plain"))::join)
                            .getCause())
                    .hasMessageStartingWith("the source of the request's body gave nothing more: ");
        }
    }

    @Test
    void aProxyGetsItsLoginBeforeItAsks() {
        serveAll(4);
        transport.close();
        transport = transport(
                Duration.ofMinutes(1),
                new ClientSettings.Proxy("127.0.0.1", server.uri().getPort(), "clerk", "let me out"));

        HttpCall call = HttpCall.post(
                URI.create("http://crm.example/webservice.php"), new StreamBody(source(new byte[4]), 4, "text/plain"));

        assertThat(transport.send(call).join().status()).isEqualTo(200);
        assertThat(head.join()).contains("Proxy-Authorization: Basic Y2xlcms6bGV0IG1lIG91dA==");
    }

    @Test
    void aProxyThatWantsAnotherLoginFailsTheCallOfAStream() {
        serve((in, out) -> {
            WireServer.head(in);
            in.readNBytes(4);
            WireServer.write(
                    out,
                    "HTTP/1.1 407 Login\r\nProxy-Authenticate: Digest realm=\"way\", nonce=\"4711\", qop=\"auth\"\r\n"
                            + "Content-Length: 0\r\nConnection: close\r\n\r\n");
        });
        transport.close();
        transport = transport(
                Duration.ofMinutes(1),
                new ClientSettings.Proxy("127.0.0.1", server.uri().getPort(), "clerk", "let me out"));
        HttpCall call = HttpCall.post(
                URI.create("http://crm.example/webservice.php"), new StreamBody(source(new byte[4]), 4, "text/plain"));

        assertThat(catchThrowable(transport.send(call)::join).getCause())
                .hasMessageContaining("the proxy asks for a login other than Basic");
    }

    @Test
    void aBodyCanBeStreamedBothWays() throws IOException {
        byte[] bytes = pattern();
        serve((in, out) -> {
            WireServer.head(in);
            WireServer.write(out, "HTTP/1.1 200 OK\r\nContent-Length: " + LARGE + "\r\n\r\n");
            byte[] some = new byte[1000];
            for (int left = LARGE; left > 0; ) {
                int read = in.read(some);
                out.write(some, 0, read);
                left -= read;
            }
        });

        try (StreamedAnswer answer = transport.stream(
                        HttpCall.post(server.uri(), new StreamBody(source(bytes), bytes.length, "text/plain")))
                .join()) {
            assertThat(answer.body().readAllBytes()).isEqualTo(bytes);
        }
    }

    private CompletableFuture<HttpAnswer> send(HttpBody body) {
        return transport.send(HttpCall.post(server.uri(), body));
    }

    private void serveAll(int length) {
        serve((in, out) -> {
            head.complete(WireServer.head(in));
            received.complete(in.readNBytes(length));
            WireServer.write(out, OK);
        });
    }

    private void serve(WireServer.Script script) {
        server = new WireServer(script);
        transport = transport(Duration.ofMinutes(1), null);
    }

    /** With a response timeout that can be waited for. */
    private void serveHastily(WireServer.Script script) {
        server = new WireServer(script);
        transport = transport(Duration.ofMillis(300), null);
    }

    private static ApacheTransport transport(Duration responseTimeout, ClientSettings.Proxy proxy) {
        ClientSettings usual = new ClientSettings("http://127.0.0.1", "admin", "key");
        return new ApacheTransport(new ClientSettings(
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
                proxy));
    }

    private InputStream source(byte[] bytes) {
        return new ByteArrayInputStream(bytes) {
            @Override
            public void close() {
                closed.set(true);
            }
        };
    }

    private static byte[] pattern() {
        byte[] bytes = new byte[LARGE];
        for (int i = 0; i < LARGE; i++) {
            bytes[i] = (byte) (i * 31);
        }
        return bytes;
    }
}
