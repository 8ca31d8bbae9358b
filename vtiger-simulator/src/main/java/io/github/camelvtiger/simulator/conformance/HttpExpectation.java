package io.github.camelvtiger.simulator.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.github.camelvtiger.simulator.client.Answer;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An answer below the envelope.
 *
 * @param expected {@code status}, {@code type}, {@code body} (whole, or a matcher), {@code header} (a line, lower-case
 *     name); what is absent may be anything
 */
record HttpExpectation(JsonNode expected) implements Expectation {

    /** What an uncaught PHP error answers. */
    static final HttpExpectation CRASH = new HttpExpectation(JsonNodeFactory.instance
            .objectNode()
            .put("status", 500)
            .put("type", "text/html")
            .put("body", ""));

    @Override
    public Optional<String> difference(Answer answer, Scene scene) {
        boolean same = expected.path("status").asInt(answer.status()) == answer.status()
                && expected.path("type").asText(answer.contentType()).equals(answer.contentType())
                && bodyMatches(answer, scene)
                && headersMatch(answer);
        return same ? Optional.empty() : Optional.of("expected " + expected + ", got " + answer.text());
    }

    private boolean bodyMatches(Answer answer, Scene scene) {
        if (!expected.has("body")) {
            return true;
        }
        String body = new Placeholders(scene).in(expected.get("body").asText());
        return body.startsWith("~re:")
                ? Pattern.compile(body.substring(4), Pattern.DOTALL)
                        .matcher(answer.body())
                        .matches()
                : body.equals(answer.body());
    }

    private boolean headersMatch(Answer answer) {
        if (!expected.has("header")) {
            return true;
        }
        String header = expected.get("header").asText();
        boolean unwanted = header.startsWith("!");
        return Pattern.compile(unwanted ? header.substring(1) : header, Pattern.CASE_INSENSITIVE)
                        .matcher(answer.headers())
                        .find()
                != unwanted;
    }
}
