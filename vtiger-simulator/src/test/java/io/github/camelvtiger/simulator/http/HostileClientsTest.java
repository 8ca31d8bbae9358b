package io.github.camelvtiger.simulator.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelvtiger.simulator.http.WebserviceFixture.Echo;
import io.github.camelvtiger.simulator.operation.Call;
import io.github.camelvtiger.simulator.operation.Operation;
import io.github.camelvtiger.simulator.operation.Operation.HttpMethod;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that are too long, too slow or never complete: the server goes on serving others. */
class HostileClientsTest {

    private static final int MORE_THAN_THREADS = 170;
    private static final int LONGEST = 200_000;
    private static final Duration SHORT = Duration.ofMillis(700);
    private static final Duration LONG = Duration.ofMinutes(10);

    private final List<Socket> sockets = new ArrayList<>();
    private WebserviceFixture server;

    private void start(Duration complete) {
        server = new WebserviceFixture(
                new RequestLimits(LONGEST, 100 * LONGEST, complete, complete),
                new Echo("read", HttpMethod.GET),
                new Echo("write", HttpMethod.POST),
                new Endless());
    }

    @AfterEach
    void stop() throws IOException {
        for (Socket socket : sockets) {
            socket.close();
        }
        server.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/x-www-form-urlencoded", "multipart/form-data; boundary=X", "text/plain"})
    void aBodyOfAnyLengthWithoutOneAnnouncedIsNotKept(String type) throws Exception {
        start(LONG);
        String session = server.session();
        byte[] body = type.startsWith("multipart") ? part("a", "x".repeat(LONGEST)) : bytes("a=" + "x".repeat(LONGEST));

        HttpResponse<String> response = server.client.send(server.client
                .request("/webservice.php?operation=write&sessionName=" + session)
                .header("Content-Type", type)
                .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body))));

        assertThat(response.body()).isEqualTo("{\"success\":true,\"result\":[]}");
        assertAlive();
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/x-www-form-urlencoded", "multipart/form-data; boundary=X"})
    void aShorterOneIsRead(String type) throws Exception {
        start(LONG);
        String session = server.session();
        String text = "x".repeat(LONGEST / 2);
        byte[] body = type.startsWith("multipart") ? part("a", text) : bytes("a=" + text);

        HttpResponse<String> response = server.client.send(server.client
                .request("/webservice.php?operation=write&sessionName=" + session)
                .header("Content-Type", type)
                .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body))));

        assertThat(response.body()).isEqualTo("{\"success\":true,\"result\":{\"a\":\"" + text + "\"}}");
    }

    @Test
    void aFormOfPartsWithoutEndIsNoForm() throws Exception {
        start(LONG);
        String session = server.session();

        HttpResponse<String> response = server.client.send(server.client
                .request("/webservice.php?operation=write&sessionName=" + session)
                .header("Content-Type", "multipart/form-data; boundary=X")
                .POST(BodyPublishers.ofByteArray(bytes("--X\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nb"))));

        assertThat(response.body()).isEqualTo("{\"success\":true,\"result\":[]}");
    }

    @Test
    void halfSentCallsTakeUpNoThread() throws Exception {
        start(LONG);
        for (int i = 0; i < MORE_THAN_THREADS; i++) {
            send("POST /webservice.php HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-www-form-urlencoded\r\n"
                    + "Content-Length: 1000\r\n\r\noperation=");
        }

        assertAlive();
    }

    @Test
    void largeHalfSentCallsAreGivenUp() throws Exception {
        start(SHORT);
        for (int i = 0; i < MORE_THAN_THREADS; i++) {
            send("POST /webservice.php HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-www-form-urlencoded\r\n"
                    + "Content-Length: 100000\r\n\r\na=" + "x".repeat(90_000));
        }

        assertAlive();
        awaitClosed(sockets.get(0));
    }

    @Test
    void halfSentHeadersAreGivenUp() throws Exception {
        start(SHORT);
        Socket socket = send("GET /webservice.php HTTP/1.1\r\nHost: x\r\nX-Half: ");

        awaitClosed(socket);
        assertAlive();
    }

    @Test
    void aBodyThatDripsIsGivenUp() throws Exception {
        start(SHORT);
        Socket socket = send("POST /webservice.php HTTP/1.1\r\nHost: x\r\nContent-Type: text/plain\r\n"
                + "Content-Length: 10000000\r\n\r\n");

        await().pollInterval(Duration.ofMillis(20)).until(() -> writingFails(socket));
    }

    @Test
    void aReplyThatNobodyReadsIsGivenUp() throws Exception {
        start(SHORT);
        String session = server.session();
        Socket socket =
                send("GET /webservice.php?operation=endless&sessionName=" + session + " HTTP/1.1\r\nHost: x\r\n\r\n");

        // On a connection that is closed writing fails at last.
        await().pollInterval(Duration.ofMillis(20)).until(() -> writingFails(socket));
    }

    @Test
    void callsThatHangDoNotKeepTheControlsFromAnswering() throws Exception {
        start(LONG);
        CountDownLatch hanging = new CountDownLatch(1);
        server.faults.onCall("read", () -> awaitReleased(hanging));
        ExecutorService clients = Executors.newFixedThreadPool(MORE_THAN_THREADS);
        try {
            for (int i = 0; i < MORE_THAN_THREADS; i++) {
                clients.submit(() -> server.client.get("operation", "read"));
            }

            assertThat(server.client
                            .send(server.client.request("/simulator/calls"))
                            .statusCode())
                    .isEqualTo(200);
        } finally {
            hanging.countDown();
            clients.shutdownNow();
        }
    }

    @Test
    void headersAreLimited() throws Exception {
        start(LONG);
        StringBuilder many = new StringBuilder("GET /webservice.php HTTP/1.1\r\nHost: x\r\n");
        for (int i = 0; i < 500; i++) {
            many.append("X-").append(i).append(": 1\r\n");
        }
        Socket tooMany = send(many + "\r\n");
        Socket tooLong =
                send("GET /webservice.php HTTP/1.1\r\nHost: x\r\nX-Long: " + "x".repeat(2_000_000) + "\r\n\r\n");

        assertThat(firstLine(tooMany)).doesNotContain(" 200 ");
        assertThat(firstLine(tooLong)).doesNotContain(" 200 ");
        assertAlive();
    }

    @Test
    void furtherParametersThanPhpTakesAreNotThere() throws Exception {
        start(LONG);
        String session = server.session();
        String query = "&a".repeat(998);

        assertThat(server.client
                        .send(server.client.request(
                                "/webservice.php?operation=read&sessionName=" + session + query + "&last=1"))
                        .body())
                .doesNotContain("last");
        assertThat(server.client
                        .send(server.client.request("/webservice.php?operation=read&sessionName=" + session
                                + query.substring(2) + "&last=1"))
                        .body())
                .contains("last");
    }

    @Test
    void aCompressedBodyIsNotRead() throws Exception {
        start(LONG);
        String session = server.session();
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(zipped)) {
            out.write(new byte[50_000_000]);
        }

        HttpResponse<String> response = server.client.send(server.client
                .request("/webservice.php?operation=write&sessionName=" + session)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Content-Encoding", "gzip")
                .POST(BodyPublishers.ofByteArray(zipped.toByteArray())));

        assertThat(response.statusCode()).isEqualTo(200);
        assertAlive();
    }

    private void assertAlive() throws Exception {
        assertThat(server.client
                        .get("operation", "getchallenge", "username", "admin")
                        .body())
                .startsWith("{\"success\":true");
    }

    private Socket send(String text) throws IOException {
        Socket socket = new Socket("127.0.0.1", server.front.port());
        sockets.add(socket);
        try {
            socket.getOutputStream().write(bytes(text));
            socket.getOutputStream().flush();
        } catch (IOException e) {
            // The server has already closed what it does not want.
            return socket;
        }
        return socket;
    }

    private static void awaitClosed(Socket socket) throws IOException {
        socket.setSoTimeout(30_000);
        assertThat(firstLine(socket)).isEmpty();
    }

    /** {@code ""} for a connection that is closed without an answer. */
    private static String firstLine(Socket socket) {
        StringBuilder line = new StringBuilder();
        try {
            for (int next = socket.getInputStream().read();
                    next >= 0 && next != '\n';
                    next = socket.getInputStream().read()) {
                line.append((char) next);
            }
        } catch (IOException e) {
            return line.toString();
        }
        return line.toString();
    }

    private static boolean writingFails(Socket socket) {
        try {
            socket.getOutputStream().write('x');
            return false;
        } catch (IOException e) {
            return true;
        }
    }

    private static void awaitReleased(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static byte[] part(String name, String text) {
        return bytes("--X\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + text + "\r\n--X--\r\n");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** An operation whose answer is longer than all buffers between server and client. */
    private record Endless() implements Operation {

        @Override
        public String name() {
            return "endless";
        }

        @Override
        public HttpMethod method() {
            return HttpMethod.GET;
        }

        @Override
        public Object execute(Call call) {
            return "x".repeat(30_000_000);
        }
    }
}
