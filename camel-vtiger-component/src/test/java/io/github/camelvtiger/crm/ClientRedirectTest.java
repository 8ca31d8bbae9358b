package io.github.camelvtiger.crm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.github.camelvtiger.client.ClientSettings;
import io.github.camelvtiger.client.TransportException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A web server that sends elsewhere must not get the login there. */
class ClientRedirectTest {

    private final AtomicInteger elsewhere = new AtomicInteger();
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/webservice.php", exchange -> {
            exchange.getResponseHeaders()
                    .add("Location", "/elsewhere?" + exchange.getRequestURI().getQuery());
            exchange.sendResponseHeaders(302, -1);
            exchange.close();
        });
        server.createContext("/elsewhere", exchange -> {
            elsewhere.incrementAndGet();
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void aRedirectIsNotFollowedButNamedWithoutItsQuery() {
        String url = "http://127.0.0.1:" + server.getAddress().getPort();
        try (VtigerClient client = new VtigerClient(new ClientSettings(url, "admin", "key"))) {
            assertThatThrownBy(client.me()::join)
                    .hasCauseInstanceOf(TransportException.class)
                    .hasMessageContaining(
                            "HTTP 302, a redirect to /elsewhere, which is not followed; set the option url");
        }
        assertThat(elsewhere).hasValue(0);
    }
}
