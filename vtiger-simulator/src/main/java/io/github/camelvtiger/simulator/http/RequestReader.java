package io.github.camelvtiger.simulator.http;

import io.undertow.server.HttpServerExchange;
import io.undertow.server.handlers.Cookie;
import io.undertow.server.handlers.form.FormData;
import io.undertow.server.handlers.form.FormDataParser;
import io.undertow.server.handlers.form.MultiPartParserDefinition;
import io.undertow.util.Headers;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads query string, form and cookie of a request as PHP would; any other body counts for nothing. */
final class RequestReader {

    private final MultiPartParserDefinition multipart = new MultiPartParserDefinition();

    RequestReader() {
        multipart.setDefaultEncoding(StandardCharsets.UTF_8.name());
    }

    ServerRequest read(HttpServerExchange exchange) throws IOException {
        Cookie cookie = exchange.getRequestCookie("PHPSESSID");
        return new ServerRequest(
                exchange.getRequestMethod().toString(),
                PhpParameters.ofUrlEncoded(exchange.getQueryString()),
                form(exchange),
                cookie == null ? "" : cookie.getValue());
    }

    private PhpParameters form(HttpServerExchange exchange) throws IOException {
        String type = exchange.getRequestHeaders().getFirst(Headers.CONTENT_TYPE);
        if (type == null || !"POST".equals(exchange.getRequestMethod().toString())) {
            return PhpParameters.NONE;
        }
        if (type.startsWith("application/x-www-form-urlencoded")) {
            byte[] body = exchange.getInputStream().readAllBytes();
            return PhpParameters.ofUrlEncoded(new String(body, StandardCharsets.UTF_8));
        }
        FormDataParser parser = multipart.create(exchange);
        if (parser == null) {
            return PhpParameters.NONE;
        }
        try (parser) {
            return PhpParameters.ofPairs(fields(parser.parseBlocking()));
        }
    }

    private static List<Map.Entry<String, String>> fields(FormData form) {
        List<Map.Entry<String, String>> fields = new ArrayList<>();
        for (String name : form) {
            for (FormData.FormValue value : form.get(name)) {
                if (!value.isFileItem()) {
                    fields.add(Map.entry(name, value.getValue()));
                }
            }
        }
        return fields;
    }
}
