package io.github.camelvtiger.simulator.http;

import io.github.camelvtiger.simulator.control.ControlApi;
import io.github.camelvtiger.simulator.journal.Explanation;
import io.github.camelvtiger.simulator.operation.Printed;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What the server answers.
 *
 * @param session whether PHP's session headers (no caching) go with it
 * @param why what the body does not say, for the journal
 * @param reason after the status in the status line; {@code ""} for that of HTTP
 * @param headers besides those of every answer
 */
record Reply(
        int status,
        String contentType,
        boolean session,
        String body,
        Explanation why,
        String reason,
        Map<String, String> headers) {

    static final String JSON = "application/json";
    static final String HTML = "text/html; charset=UTF-8";

    static Reply json(String body) {
        return new Reply(200, JSON, true, body, Explanation.NONE, "", Map.of());
    }

    /** The envelope of a success, behind what PHP may have printed before it. */
    static Reply result(Object result) {
        return result instanceof Printed printed
                ? json(printed.before() + "\n" + success(printed.result()))
                : json(success(result));
    }

    private static String success(Object result) {
        Map<String, Object> envelope = new LinkedHashMap<>();
        envelope.put("success", true);
        envelope.put("result", result);
        return PhpJson.encoded(envelope);
    }

    static Reply html(String body) {
        return new Reply(200, HTML, true, body, Explanation.NONE, "", Map.of());
    }

    /** The empty answer of a PHP script that died. */
    static Reply crash(String contentType, boolean session, Explanation why) {
        return new Reply(500, contentType, session, "", why, "", Map.of());
    }

    /** One of the web server's own error pages. */
    static Reply page(int status, String title, String sentence) {
        String page = "<!DOCTYPE HTML PUBLIC \"-//W3C//DTD HTML 4.01//EN\" \"http://www.w3.org/TR/html4/strict.dtd\">\n"
                + "<html><head>\n<title>" + status + " " + title + "</title>\n</head><body>\n<h1>" + title
                + "</h1>\n<p>" + sentence + "</p>\n</body></html>\n";
        return new Reply(status, "text/html; charset=iso-8859-1", false, page, Explanation.of(title), "", Map.of());
    }

    static Reply ofControl(ControlApi.Answer answer) {
        return new Reply(answer.status(), "application/json", false, answer.json(), Explanation.NONE, "", Map.of());
    }

    Reply because(Explanation why) {
        return new Reply(status, contentType, session, body, why, reason, headers);
    }

    Reply withStatus(int status) {
        return new Reply(status, contentType, session, body, why, reason, headers);
    }

    Reply withBody(String body) {
        return new Reply(status, contentType, session, body, why, reason, headers);
    }

    Reply withReason(String reason) {
        return new Reply(status, contentType, session, body, why, reason, headers);
    }

    /** These headers besides those it has. */
    Reply withHeaders(Map<String, String> more) {
        Map<String, String> all = new LinkedHashMap<>(headers);
        all.putAll(more);
        return new Reply(status, contentType, session, body, why, reason, all);
    }

    byte[] bytes() {
        return body.getBytes(StandardCharsets.UTF_8);
    }
}
