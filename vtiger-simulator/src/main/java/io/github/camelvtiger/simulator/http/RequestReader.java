package io.github.camelvtiger.simulator.http;

import io.undertow.server.HttpServerExchange;
import io.undertow.server.handlers.Cookie;
import io.undertow.util.Headers;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Reads query string, form and cookie of a request as PHP would; a body of another type counts for nothing. */
final class RequestReader {

    /** PHP's post_max_size as a CRM usually has it: of a longer body nothing is there. */
    private static final long LONGEST_BODY = 24 * 1024 * 1024;

    private final MultipartReader multipart = new MultipartReader();
    private final boolean json;

    private RequestReader(boolean json) {
        this.json = json;
    }

    static RequestReader ofForms() {
        return new RequestReader(false);
    }

    /** Takes the members of an object of JSON for parameters as well. */
    static RequestReader ofFormsAndJson() {
        return new RequestReader(true);
    }

    ServerRequest read(HttpServerExchange exchange) throws IOException {
        Cookie cookie = exchange.getRequestCookie("PHPSESSID");
        FormBody body = body(exchange);
        return new ServerRequest(
                exchange.getRequestMethod().toString(),
                PhpParameters.ofUrlEncoded(exchange.getQueryString()),
                body.parameters(),
                body.files(),
                cookie == null ? "" : cookie.getValue());
    }

    private FormBody body(HttpServerExchange exchange) throws IOException {
        String type = exchange.getRequestHeaders().getFirst(Headers.CONTENT_TYPE);
        if (type == null || !"POST".equals(exchange.getRequestMethod().toString())) {
            return FormBody.NONE;
        }
        if (exchange.getRequestContentLength() > LONGEST_BODY) {
            exchange.getInputStream().transferTo(OutputStream.nullOutputStream());
            return FormBody.NONE;
        }
        if (type.startsWith("application/x-www-form-urlencoded")) {
            byte[] body = exchange.getInputStream().readAllBytes();
            return new FormBody(PhpParameters.ofUrlEncoded(new String(body, StandardCharsets.UTF_8)), List.of());
        }
        if (json && type.startsWith("application/json")) {
            return new FormBody(JsonBody.parameters(exchange.getInputStream().readAllBytes()), List.of());
        }
        return multipart.read(exchange);
    }
}
