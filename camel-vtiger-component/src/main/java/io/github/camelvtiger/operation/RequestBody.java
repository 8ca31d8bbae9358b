package io.github.camelvtiger.operation;

import io.github.camelvtiger.client.FailureContext;
import io.github.camelvtiger.client.InvalidRecordException;
import io.github.camelvtiger.http.HttpBody;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.apache.camel.Exchange;

/**
 * The body of a message as a request has it: parameters by name, or content of a type that only the operation knows.
 *
 * @param parameters files among them are {@link io.github.camelvtiger.http.FormFile}s
 * @param raw null where the body, if any, is the parameters
 * @param isPresent whether the message has a body
 */
record RequestBody(Map<String, Object> parameters, HttpBody raw, boolean isPresent) {

    private static final String OPERATION = "request";

    static RequestBody of(Exchange exchange) {
        Object body = exchange.getMessage().getBody();
        String type = OperationContext.header(exchange.getMessage(), Exchange.CONTENT_TYPE)
                .map(given -> given.replaceAll("\\p{Cntrl}", " "))
                .orElse("");
        String mimeType = type.replaceFirst(";.*", "").strip().toLowerCase(Locale.ROOT);
        boolean isContent = FileBodies.isFile(body) || body instanceof CharSequence text && !isJson(text);
        if (isContent && mimeType.startsWith("multipart/")) {
            throw invalid(
                    "A body of type " + mimeType + " cannot be passed on as it is, since its parameters could call"
                            + " another operation; give a Map, whose values may be files.");
        }
        if (isContent && mimeType.equals(HttpBody.FORM)) {
            return new RequestBody(form(exchange, body), null, true);
        }
        if (isContent && !mimeType.isEmpty() && !mimeType.endsWith("json")) {
            return new RequestBody(new LinkedHashMap<>(), raw(exchange, body, type), true);
        }
        return named(exchange);
    }

    private static boolean isJson(CharSequence text) {
        return text.toString().stripLeading().startsWith("{");
    }

    private static RequestBody named(Exchange exchange) {
        BodyReader bodies = new BodyReader(OPERATION);
        Object body = bodies.read(exchange);
        if (body == null) {
            return new RequestBody(new LinkedHashMap<>(), null, false);
        }
        if (!(body instanceof Map)) {
            throw invalid("The body of the operation request must be a Map or a JSON object, but is of type "
                    + body.getClass().getName()
                    + "; give the parameters by name, no body, or the type of the content in the header "
                    + Exchange.CONTENT_TYPE + ".");
        }
        Map<String, Object> parameters = bodies.record(body);
        SentFile files = new SentFile(OPERATION);
        parameters.replaceAll((name, value) -> withFiles(exchange, files, name, value));
        return new RequestBody(parameters, null, true);
    }

    private static Object withFiles(Exchange exchange, SentFile files, String name, Object value) {
        if (FileBodies.isFile(value)) {
            return files.value(exchange, name, value);
        }
        return value instanceof Collection<?> all
                        && !all.isEmpty()
                        && all.stream().allMatch(FileBodies::isFile)
                ? all.stream().map(one -> files.value(exchange, name, one)).toList()
                : value;
    }

    private static HttpBody raw(Exchange exchange, Object body, String type) {
        try {
            return new FileBodies(exchange).of(body, type);
        } catch (IOException unreadable) {
            throw invalid("The body of the operation request cannot be read: " + unreadable + ".");
        }
    }

    /** Read, not passed on: each parameter is checked. */
    private static Map<String, Object> form(Exchange exchange, Object body) {
        Map<String, Object> parameters = new LinkedHashMap<>();
        String text = exchange.getContext().getTypeConverter().convertTo(String.class, exchange, body);
        for (String pair : text.strip().split("&")) {
            int equals = pair.indexOf('=');
            String name = decoded(equals < 0 ? pair : pair.substring(0, equals));
            if (!name.isEmpty()) {
                parameters.put(name, equals < 0 ? "" : decoded(pair.substring(equals + 1)));
            }
        }
        return parameters;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            throw invalid("The body of the operation request is not a form, although its type says so ("
                    + malformed.getMessage() + ").");
        }
    }

    private static InvalidRecordException invalid(String sentence) {
        return new InvalidRecordException(sentence, FailureContext.of(OPERATION, null, null));
    }
}
