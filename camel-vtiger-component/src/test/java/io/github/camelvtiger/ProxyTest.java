package io.github.camelvtiger;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelvtiger.client.TransportException;
import io.undertow.Undertow;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.handlers.proxy.LoadBalancingProxyClient;
import io.undertow.server.handlers.proxy.ProxyHandler;
import io.undertow.util.Headers;
import io.undertow.util.StatusCodes;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A CRM whose host only the proxy knows. */
class ProxyTest extends CrmTestSupport {

    private static final String CREDENTIALS =
            "Basic " + Base64.getEncoder().encodeToString("clerk:let me out".getBytes(StandardCharsets.UTF_8));

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private Undertow proxy;
    private ProxyHandler simulator;

    @BeforeAll
    void startProxy() {
        simulator = ProxyHandler.builder()
                .setProxyClient(new LoadBalancingProxyClient().addHost(URI.create(crm.url())))
                .build();
        proxy = Undertow.builder()
                .addHttpListener(0, "127.0.0.1", this::forward)
                .build();
        proxy.start();
    }

    @AfterAll
    void stopProxy() {
        proxy.stop();
    }

    @BeforeEach
    void forget() {
        asked.clear();
    }

    private void forward(HttpServerExchange exchange) throws Exception {
        asked.add(exchange.getHostName());
        if (CREDENTIALS.equals(exchange.getRequestHeaders().getFirst(Headers.PROXY_AUTHORIZATION))) {
            simulator.handleRequest(exchange);
            return;
        }
        exchange.setStatusCode(StatusCodes.PROXY_AUTHENTICATION_REQUIRED);
        exchange.getResponseHeaders().put(Headers.PROXY_AUTHENTICATE, "Basic realm=\"way out\"");
    }

    @Test
    void callsGoThroughTheProxyWithItsCredentials() {
        Exchange called = me("&proxyAuthUsername=clerk&proxyAuthPassword=RAW(let me out)");

        assertThat(called.getMessage().getBody(Map.class)).containsEntry("user_name", "admin");
        assertThat(asked).isNotEmpty().allMatch("crm.example"::equals);
    }

    @Test
    void withoutCredentialsTheErrorNamesTheProxysStatusAndNoSecret() {
        Exchange called = me("");

        assertThat(called.getException())
                .hasMessageContaining("407")
                .hasMessageContaining("proxyAuthUsername")
                .hasMessageNotContaining(crm.accessKey());
    }

    @Test
    void aProxyThatIsNotThereIsNamedByItsOptions() {
        Exchange called = call(
                "vtiger:me?readAttempts=1&connectTimeout=2000&url=http://crm.example&username=admin&accessKey=x"
                        + "&proxyHost=127.0.0.1&proxyPort=1",
                null);

        assertThat(called.getException()).isInstanceOf(TransportException.class).hasMessageContaining("proxyHost");
    }

    private Exchange me(String options) {
        int port = ((InetSocketAddress) proxy.getListenerInfo().get(0).getAddress()).getPort();
        return call(
                "vtiger:me?readAttempts=1&url=http://crm.example&username=admin&accessKey=RAW(" + crm.accessKey()
                        + ")&proxyHost=127.0.0.1&proxyPort=" + port + options,
                null);
    }
}
