package io.github.camelvtiger.simulator.http;

import io.undertow.server.HttpServerExchange;
import io.undertow.server.handlers.Cookie;
import io.undertow.util.Headers;
import java.io.IOException;
import java.util.List;

/** Reads query string, form and cookie of a request as PHP would; a body of another type counts for nothing. */
final class RequestReader {

    private final BodyReader bodies;
    private final MultipartReader multipart;
    private final boolean json;

    private RequestReader(RequestLimits limits, boolean json) {
        this.bodies = new BodyReader(limits.longestBody(), limits.complete());
        this.multipart = new MultipartReader(bodies);
        this.json = json;
    }

    static RequestReader ofForms(RequestLimits limits) {
        return new RequestReader(limits, false);
    }

    /** Takes the members of an object of JSON for parameters as well. */
    static RequestReader ofFormsAndJson(RequestLimits limits) {
        return new RequestReader(limits, true);
    }

    /** @throws BodyMemory.ExhaustedException if there is no memory for the body */
    ServerRequest read(HttpServerExchange exchange, BodyMemory.Share memory) throws IOException, InterruptedException {
        Cookie cookie = exchange.getRequestCookie("PHPSESSID");
        FormBody body = body(exchange, memory);
        return new ServerRequest(
                exchange.getRequestMethod().toString(),
                PhpParameters.ofQuery(exchange.getQueryString()),
                body.parameters(),
                body.files(),
                cookie == null ? "" : cookie.getValue());
    }

    private FormBody body(HttpServerExchange exchange, BodyMemory.Share memory)
            throws IOException, InterruptedException {
        String type = exchange.getRequestHeaders().getFirst(Headers.CONTENT_TYPE);
        if (type == null || !"POST".equals(exchange.getRequestMethod().toString())) {
            return FormBody.NONE;
        }
        if (type.startsWith("application/x-www-form-urlencoded")) {
            return bodies.bytes(exchange, memory)
                    .map(body -> new FormBody(PhpParameters.ofForm(body), List.of()))
                    .orElse(FormBody.NONE);
        }
        if (json && type.startsWith("application/json")) {
            return bodies.bytes(exchange, memory)
                    .map(body -> new FormBody(JsonBody.parameters(body), List.of()))
                    .orElse(FormBody.NONE);
        }
        return multipart.read(exchange, type, memory);
    }
}
