package io.github.camelvtiger.simulator.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelvtiger.simulator.client.Answer;
import java.util.Optional;

/**
 * A failure in its envelope, with HTTP 200.
 *
 * @param expected code and message
 */
record ErrorExpectation(JsonNode expected) implements Expectation {

    @Override
    public Optional<String> difference(Answer answer, Scene scene) {
        if (answer.status() != 200 || !answer.contentType().equals("application/json")) {
            return Optional.of("expected the error " + expected + ", got " + answer.text());
        }
        ObjectNode envelope = JsonNodeFactory.instance.objectNode().put("success", false);
        ObjectNode error = envelope.putObject("error");
        error.set("message", new Placeholders(scene).in(expected.get(1)));
        error.set("code", expected.get(0));
        return ValueComparison.difference("answer", envelope, answer.json())
                .map(difference -> "expected the error " + expected + ", got " + answer.text());
    }
}
