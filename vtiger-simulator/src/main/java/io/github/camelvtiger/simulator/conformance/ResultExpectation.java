package io.github.camelvtiger.simulator.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelvtiger.simulator.client.Answer;
import java.util.Optional;

/** A success with exactly this result. */
record ResultExpectation(JsonNode expected) implements Expectation {

    @Override
    public Optional<String> difference(Answer answer, Scene scene) {
        return Success.then(
                answer, result -> ValueComparison.difference("result", new Placeholders(scene).in(expected), result));
    }
}
