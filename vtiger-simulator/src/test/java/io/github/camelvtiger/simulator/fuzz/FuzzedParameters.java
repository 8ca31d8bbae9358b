package io.github.camelvtiger.simulator.fuzz;

import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;

/** Parameters and the way in which they travel, the ways that are none among them. */
record FuzzedParameters(Way way, Map<String, String> values) {

    /** How the parameters travel. */
    enum Way {
        QUERY,
        FORM,
        MULTIPART,
        JSON,
        JSON_OBJECT,
        BROKEN_FORM,
        OTHER_METHOD
    }

    private static final String BOUNDARY = "----fuzz";

    /** Behind a path: empty if they stand in the body. */
    String query() {
        return way == Way.QUERY || way == Way.OTHER_METHOD ? "?" + encoded() : "";
    }

    HttpRequest.Builder sentBy(HttpRequest.Builder request) {
        return switch (way) {
            case QUERY -> request.GET();
            case OTHER_METHOD -> request.method(values.size() % 2 == 0 ? "PUT" : "DELETE", BodyPublishers.noBody());
            case FORM -> body(request, "application/x-www-form-urlencoded", encoded());
            case BROKEN_FORM -> body(request, "application/x-www-form-urlencoded", raw());
            case MULTIPART -> body(request, "multipart/form-data; boundary=" + BOUNDARY, multipart());
            case JSON -> body(request, "application/json", raw());
            case JSON_OBJECT -> body(request, "application/json", object());
        };
    }

    private static HttpRequest.Builder body(HttpRequest.Builder request, String type, String body) {
        return request.header("Content-Type", type).POST(BodyPublishers.ofString(body));
    }

    private String encoded() {
        return values.entrySet().stream()
                .map(each -> encoded(each.getKey()) + "=" + encoded(each.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private String raw() {
        return values.entrySet().stream()
                .map(each -> each.getKey() + "=" + each.getValue())
                .collect(Collectors.joining("&"));
    }

    /** Values that look like JSON stand as such, whether they are or not. */
    private String object() {
        return values.entrySet().stream()
                .map(each -> quoted(each.getKey()) + ":"
                        + (each.getValue().matches("(?s)[\\[{].*") ? each.getValue() : quoted(each.getValue())))
                .collect(Collectors.joining(",", "{", "}"));
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }

    private String multipart() {
        String fields = values.entrySet().stream()
                .map(each -> part(each.getKey(), each.getValue()))
                .collect(Collectors.joining());
        String file = "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"filename\"; filename=\""
                + values.getOrDefault("id", "a.txt") + "\"\r\nContent-Type: text/plain\r\n\r\n"
                + values.getOrDefault("element", "text") + "\r\n";
        // Some end as they should, some in the middle.
        return fields + file + (values.size() % 2 == 0 ? "--" + BOUNDARY + "--\r\n" : "");
    }

    private static String part(String name, String value) {
        return "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n";
    }
}
