package io.github.camelvtiger.simulator.fuzz;

import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;

/** A request that no well-meaning client would send. The session is filled in when it is sent. */
record FuzzedRequest(Way way, String operation, Map<String, String> parameters) {

    /** How the parameters travel. */
    enum Way {
        QUERY,
        FORM,
        MULTIPART,
        JSON,
        BROKEN_FORM
    }

    private static final String BOUNDARY = "----fuzz";
    private static final String PATH = "/webservice.php";

    HttpRequest.Builder build(HttpRequest.Builder toPath, String session) {
        return switch (way) {
            case QUERY -> toPath.GET();
            case FORM ->
                toPath.header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(encoded(session)));
            case BROKEN_FORM ->
                toPath.header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(raw(session)));
            case MULTIPART ->
                toPath.header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                        .POST(BodyPublishers.ofString(multipart(session)));
            case JSON -> toPath.header("Content-Type", "application/json").POST(BodyPublishers.ofString(raw(session)));
        };
    }

    String path(String session) {
        return way == Way.QUERY ? PATH + "?" + encoded(session) : PATH;
    }

    private String encoded(String session) {
        return "operation=" + encoded(operation, session) + "&sessionName=" + session
                + parameters.entrySet().stream()
                        .map(each -> "&" + encoded(each.getKey(), session) + "=" + encoded(each.getValue(), session))
                        .collect(Collectors.joining());
    }

    private static String encoded(String text, String session) {
        return URLEncoder.encode(text.replace("SESSION", session), StandardCharsets.UTF_8);
    }

    private String raw(String session) {
        return "operation=" + operation + "&sessionName=" + session
                + parameters.entrySet().stream()
                        .map(each -> "&" + each.getKey() + "=" + each.getValue())
                        .collect(Collectors.joining());
    }

    private String multipart(String session) {
        String fields = part("operation", operation)
                + part("sessionName", session)
                + parameters.entrySet().stream()
                        .map(each -> part(each.getKey(), each.getValue()))
                        .collect(Collectors.joining());
        String file = "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"filename\"; filename=\""
                + parameters.getOrDefault("id", "a.txt") + "\"\r\nContent-Type: text/plain\r\n\r\n"
                + parameters.getOrDefault("element", "text") + "\r\n";
        // Some end as they should, some in the middle.
        return fields + file + (parameters.size() % 2 == 0 ? "--" + BOUNDARY + "--\r\n" : "");
    }

    private static String part(String name, String value) {
        return "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n";
    }
}
