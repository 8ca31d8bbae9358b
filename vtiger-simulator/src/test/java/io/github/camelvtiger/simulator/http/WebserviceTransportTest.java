package io.github.camelvtiger.simulator.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelvtiger.simulator.http.WebserviceFixture.Echo;
import io.github.camelvtiger.simulator.operation.Operation.HttpMethod;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Requests, envelopes and the replies that are no JSON ({@code webservice.md §1}). */
class WebserviceTransportTest {

    private WebserviceFixture server;
    private String session;

    @BeforeEach
    void start() throws Exception {
        server = new WebserviceFixture(new Echo("read", HttpMethod.GET), new Echo("write", HttpMethod.POST));
        session = server.session();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void parametersComeFromTheRegisteredMethodOnly() throws Exception {
        assertThat(server.client
                        .get("operation", "read", "sessionName", session, "a", "1")
                        .body())
                .contains("\"a\":\"1\"");
        assertThat(server.client
                        .post("operation", "read", "sessionName", session, "a", "1")
                        .body())
                .isEqualTo("{\"success\":true,\"result\":[]}");
        assertThat(server.client
                        .post("operation", "write", "sessionName", session, "a", "1")
                        .body())
                .contains("\"a\":\"1\"");
        assertThat(server.client
                        .get("operation", "write", "sessionName", session, "a", "1")
                        .body())
                .isEqualTo("{\"success\":true,\"result\":[]}");
    }

    @Test
    void zeroAndEmptyAreAbsentAndTheLastOfANameWins() throws Exception {
        HttpResponse<String> response = server.client.send(server.client.request(
                "/webservice.php?operation=READ&sessionName=" + session + "&zero=0&empty=&b=1&b=2&c=+%C3%A9"));

        assertThat(response.body())
                .contains("\"b\":\"2\",\"c\":\" \\u00e9\"")
                .doesNotContain("zero")
                .doesNotContain("empty");
    }

    @Test
    void jsonIsAsciiAsPhpWritesIt() throws Exception {
        HttpResponse<String> response =
                server.client.get("operation", "read", "sessionName", session, "t", "é/\"\\\n<&'>\u0001😀");

        assertThat(response.body()).contains("\"t\":\"\\u00e9\\/\\\"\\\\\\n<&'>\\u0001\\ud83d\\ude00\"");
        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/json");
    }

    @Test
    void headersAreThoseOfApacheAndPhpOnTheServersClock() throws Exception {
        HttpResponse<String> response = server.client.get("operation", "getchallenge", "username", "admin");

        assertThat(response.headers().firstValue("Date")).hasValue("Tue, 24 Nov 2026 10:00:00 GMT");
        assertThat(response.headers().firstValue("Expires")).hasValue("Thu, 19 Nov 1981 08:52:00 GMT");
        assertThat(response.headers().firstValue("Cache-Control")).hasValue("no-store, no-cache, must-revalidate");
        assertThat(response.headers().firstValue("Set-Cookie")).isEmpty();
    }

    @Test
    void theDayOfTheDateHasTwoDigits() throws Exception {
        server.clock.pass(Duration.ofDays(9));

        HttpResponse<String> response = server.client.get("operation", "getchallenge", "username", "admin");

        assertThat(response.headers().firstValue("Date")).hasValue("Thu, 03 Dec 2026 10:00:00 GMT");
    }

    @Test
    void multipartIsAFormToo() throws Exception {
        String body = "--X\r\nContent-Disposition: form-data; name=\"operation\"\r\n\r\nwrite\r\n"
                + "--X\r\nContent-Disposition: form-data; name=\"sessionName\"\r\n\r\n" + session + "\r\n"
                + "--X\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\né\r\n--X--\r\n";

        HttpResponse<String> response = server.client.send(server.client
                .request("/webservice.php")
                .header("Content-Type", "multipart/form-data; boundary=X")
                .POST(BodyPublishers.ofString(body)));

        assertThat(response.body()).contains("\"a\":\"\\u00e9\"");
    }

    @Test
    void anArrayThatTheOperationDoesNotReadIsHarmless() throws Exception {
        assertThat(server.client
                        .get("operation", "getchallenge", "username", "admin", "id[]", "1")
                        .body())
                .startsWith("{\"success\":true");
    }

    @Test
    void phpDiesSilentlyOfWhatItDoesNotExpect() throws Exception {
        assertDead(server.client.get("operation", "nosuchop", "sessionName", "x"), "text/html; charset=UTF-8");
        assertDead(server.client.get(), "text/html; charset=UTF-8");
        assertDead(server.client.get("operation", "getchallenge", "username[]", "admin"), "text/html; charset=UTF-8");
        assertDead(server.client.get("operation", "sync", "sessionName", session), "text/html; charset=UTF-8");
        assertDead(server.client.post("operation", "logout", "sessionName", session), "text/html; charset=UTF-8");
        assertDead(
                server.client.get("operation", "getchallenge", "username", "admin", "format", "xml"),
                "application/json");
        assertDead(
                server.client.send(server.client
                        .request("/webservice.php")
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString("{\"operation\":\"login\"}"))),
                "text/html; charset=UTF-8");
    }

    @Test
    void otherPathsAndLongUrlsMeetTheWebServer() throws Exception {
        HttpResponse<String> missing = server.client.send(server.client.request("/webservice/none.php"));
        HttpResponse<String> tooLong = server.client.get("operation", "read", "a", "x".repeat(8200));

        assertThat(missing.statusCode()).isEqualTo(404);
        assertThat(missing.body()).contains("<h1>Not Found</h1>");
        assertThat(tooLong.statusCode()).isEqualTo(414);
        assertThat(tooLong.body()).contains("<h1>Request-URI Too Long</h1>");
    }

    private static void assertDead(HttpResponse<String> response, String contentType) {
        assertThat(response.statusCode()).isEqualTo(500);
        assertThat(response.body()).isEmpty();
        assertThat(response.headers().firstValue("Content-Type")).hasValue(contentType);
    }
}
