package io.github.camelvtiger.simulator.http;

import io.github.camelvtiger.simulator.journal.Explanation;
import java.nio.charset.StandardCharsets;

/**
 * What the server answers.
 *
 * @param session whether PHP's session headers (no caching) go with it
 * @param why what the body does not say, for the journal
 */
record Reply(int status, String contentType, boolean session, String body, Explanation why) {

    static final String JSON = "application/json";
    static final String HTML = "text/html; charset=UTF-8";

    static Reply json(String body) {
        return new Reply(200, JSON, true, body, Explanation.NONE);
    }

    static Reply html(String body) {
        return new Reply(200, HTML, true, body, Explanation.NONE);
    }

    /** The empty answer of a PHP script that died. */
    static Reply crash(String contentType, boolean session, Explanation why) {
        return new Reply(500, contentType, session, "", why);
    }

    /** One of the web server's own error pages. */
    static Reply page(int status, String title, String sentence) {
        String page = "<!DOCTYPE HTML PUBLIC \"-//W3C//DTD HTML 4.01//EN\" \"http://www.w3.org/TR/html4/strict.dtd\">\n"
                + "<html><head>\n<title>" + status + " " + title + "</title>\n</head><body>\n<h1>" + title
                + "</h1>\n<p>" + sentence + "</p>\n</body></html>\n";
        return new Reply(status, "text/html; charset=iso-8859-1", false, page, Explanation.of(title));
    }

    Reply because(Explanation why) {
        return new Reply(status, contentType, session, body, why);
    }

    Reply withStatus(int status) {
        return new Reply(status, contentType, session, body, why);
    }

    Reply withBody(String body) {
        return new Reply(status, contentType, session, body, why);
    }

    byte[] bytes() {
        return body.getBytes(StandardCharsets.UTF_8);
    }
}
