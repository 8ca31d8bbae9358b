package io.github.camelvtiger;

import io.undertow.Undertow;
import io.undertow.UndertowOptions;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.handlers.BlockingHandler;
import io.undertow.util.Headers;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.function.BinaryOperator;

/** Stands before a CRM and changes the texts of its answers. */
final class RewritingProxy implements AutoCloseable {

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String target;
    private final BinaryOperator<String> rewriting;
    private final Undertow server;

    /** @param rewriting takes the query of the request and its body, and the answer */
    RewritingProxy(String target, BinaryOperator<String> rewriting) {
        this.target = target.replaceFirst("/$", "");
        this.rewriting = rewriting;
        server = Undertow.builder()
                .addHttpListener(0, "127.0.0.1", new BlockingHandler(this::answer))
                .setServerOption(UndertowOptions.ALWAYS_SET_DATE, false)
                .build();
        server.start();
    }

    String url() {
        InetSocketAddress address =
                (InetSocketAddress) server.getListenerInfo().get(0).getAddress();
        return "http://127.0.0.1:" + address.getPort();
    }

    private void answer(HttpServerExchange exchange) throws Exception {
        byte[] body = exchange.getInputStream().readAllBytes();
        String query = exchange.getQueryString();
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create(target + exchange.getRequestURI() + (query.isEmpty() ? "" : "?" + query)))
                .method(exchange.getRequestMethod().toString(), BodyPublishers.ofByteArray(body));
        String type = exchange.getRequestHeaders().getFirst(Headers.CONTENT_TYPE);
        if (type != null) {
            request.header("Content-Type", type);
        }
        HttpResponse<String> answer = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        String changed = rewriting.apply(query + new String(body, StandardCharsets.UTF_8), answer.body());
        exchange.setStatusCode(answer.statusCode());
        answer.headers().firstValue("Date").ifPresent(date -> exchange.getResponseHeaders()
                .put(Headers.DATE, date));
        exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, "application/json");
        exchange.getOutputStream().write(changed.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        server.stop();
    }
}
