package io.github.camelvtiger;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.camelvtiger.client.AmbiguousWriteException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.camel.Exchange;
import org.apache.camel.test.junit5.CamelTestSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The operation {@code request} over REST: what arrives at a server that takes any method and content. The operations that are
 * documented take GET and POST only; others are those of a tenant's own.
 */
class CloudDoorTest extends CamelTestSupport {

    private static final String BASE = "/restapi/v1/vtiger/default";

    private final List<Arrived> arrived = new CopyOnWriteArrayList<>();
    private HttpServer server;
    private int status = 200;

    private record Arrived(String method, String address, String type, String authorization, byte[] body) {

        String text() {
            return new String(body, UTF_8);
        }
    }

    @BeforeEach
    void startServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    @AfterEach
    void stopServer() {
        server.stop(0);
    }

    private void answer(HttpExchange call) throws IOException {
        arrived.add(new Arrived(
                call.getRequestMethod(),
                call.getRequestURI().toString(),
                call.getRequestHeaders().getFirst("Content-Type"),
                call.getRequestHeaders().getFirst("Authorization"),
                call.getRequestBody().readAllBytes()));
        byte[] answer = "{\"success\":true,\"result\":{\"done\":\"yes\"}}".getBytes(UTF_8);
        call.getResponseHeaders().add("Content-Type", "application/json");
        call.sendResponseHeaders(status, status == 200 ? answer.length : -1);
        if (status == 200) {
            call.getResponseBody().write(answer);
        }
        call.close();
    }

    private Exchange request(String options, Object body, Map<String, Object> headers) {
        String uri = "vtiger:request?protocol=REST&url=http://127.0.0.1:"
                + server.getAddress().getPort() + "&username=admin&accessKey=key&" + options;
        return template.request(uri, exchange -> {
            exchange.getMessage().setBody(body);
            exchange.getMessage().setHeaders(new LinkedHashMap<>(headers));
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUT", "PATCH", "POST"})
    void aMapIsAFormOfAnyMethodWithABody(String method) {
        Exchange answered = request(
                "path=/items/{id}&method=" + method, Map.of("id", "a b", "element", Map.of("name", "Zoë")), Map.of());

        assertThat(answered.getException()).isNull();
        assertThat(answered.getMessage().getBody()).isEqualTo(Map.of("done", "yes"));
        assertThat(arrived).singleElement().satisfies(call -> {
            assertThat(call.method()).isEqualTo(method);
            assertThat(call.address()).isEqualTo(BASE + "/items/a%20b");
            assertThat(call.type()).startsWith("application/x-www-form-urlencoded");
            assertThat(call.text()).isEqualTo("element=%7B%22name%22%3A%22Zo%C3%AB%22%7D");
            assertThat(call.authorization())
                    .isEqualTo("Basic " + Base64.getEncoder().encodeToString("admin:key".getBytes(UTF_8)));
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUT", "PATCH", "DELETE", "POST"})
    void contentIsSentAsItIsWithTheParametersInTheAddress(String method) {
        Exchange answered = request(
                "path=RAW(/items/7?mode=all)&method=" + method,
                "<a>Zoë</a>".getBytes(UTF_8),
                Map.of(Exchange.CONTENT_TYPE, "text/xml"));

        assertThat(answered.getException()).isNull();
        assertThat(arrived).singleElement().satisfies(call -> {
            assertThat(call.method()).isEqualTo(method);
            assertThat(call.address()).isEqualTo(BASE + "/items/7?mode=all");
            assertThat(call.type()).isEqualTo("text/xml");
            assertThat(call.text()).isEqualTo("<a>Zoë</a>");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUT", "PATCH", "POST"})
    void filesMakeTheFormMultipart(String method) {
        Exchange answered = request(
                "path=/create&method=" + method,
                Map.of("elementType", "Documents", "filename", "figures".getBytes(UTF_8)),
                Map.of());

        assertThat(answered.getException()).isNull();
        assertThat(arrived).singleElement().satisfies(call -> {
            assertThat(call.method()).isEqualTo(method);
            assertThat(call.type()).startsWith("multipart/form-data; boundary=");
            assertThat(call.text())
                    .contains("name=\"elementType\"", "Documents", "name=\"filename\"", "filename=\"", "figures");
        });
    }

    @Test
    void aDeletionHasItsParametersInTheAddress() {
        assertThat(request("path=/items/{id}&method=DELETE", Map.of("id", "7", "reason", "a b"), Map.of())
                        .getException())
                .isNull();
        assertThat(arrived).singleElement().satisfies(call -> {
            assertThat(call.method()).isEqualTo("DELETE");
            assertThat(call.address()).matches(BASE + "/items/7[?]reason=a([+]|%20)b");
            assertThat(call.body()).isEmpty();
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUT", "PATCH", "DELETE"})
    void whatMayHaveChangedSomethingIsSentOnce(String method) {
        status = 500;
        assertThat(request("path=/items/7&method=" + method, Map.of("a", "b"), Map.of())
                        .getException())
                .isInstanceOf(AmbiguousWriteException.class);
        assertThat(arrived).hasSize(1);
    }
}
