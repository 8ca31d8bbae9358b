package io.github.camelvtiger.simulator.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelvtiger.simulator.client.Answer;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** A success whose result lacks these keys. */
record AbsentExpectation(JsonNode expected) implements Expectation {

    @Override
    public Optional<String> difference(Answer answer, Scene scene) {
        return Success.then(answer, result -> StreamSupport.stream(expected.spliterator(), false)
                .filter(key -> result.has(key.asText()))
                .map(key -> "result: there is " + key.asText())
                .findFirst());
    }
}
