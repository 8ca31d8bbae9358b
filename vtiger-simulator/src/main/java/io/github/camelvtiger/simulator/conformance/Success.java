package io.github.camelvtiger.simulator.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelvtiger.simulator.client.Answer;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The envelope of a success, before its result is looked at. */
final class Success {

    private static final List<String> KEYS = List.of("success", "result");

    private Success() {}

    /** The difference of the envelope, else that of the result. */
    static Optional<String> then(Answer answer, Function<JsonNode, Optional<String>> result) {
        JsonNode json = answer.json();
        if (answer.status() != 200
                || !answer.contentType().equals("application/json")
                || !answer.success()
                || !ValueComparison.keys(json, json).equals(KEYS)) {
            return Optional.of("expected a success, got " + answer.text());
        }
        return result.apply(json.get("result"));
    }
}
