package io.github.camelvtiger.simulator.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelvtiger.simulator.client.Answer;
import java.util.Optional;

/**
 * A success with the same result as an answer that was kept, except for some values.
 *
 * @param check {@code like} names the answer; {@code with} has the values that differ; {@code without} the keys that
 *     are gone; {@code row} says that the record is alone in a list
 */
record LikeExpectation(JsonNode check) implements Expectation {

    @Override
    public Optional<String> difference(Answer answer, Scene scene) {
        Placeholders placeholders = new Placeholders(scene);
        ObjectNode expected = scene.kept(check.get("like").asText()).deepCopy();
        check.path("without").forEach(key -> expected.remove(key.asText()));
        placeholders
                .in(check.path("with"))
                .properties()
                .forEach(field -> expected.set(field.getKey(), field.getValue()));
        return Success.then(answer, result -> {
            JsonNode record = check.path("row").asBoolean() ? result.path(0) : result;
            return ValueComparison.difference("result", expected, record);
        });
    }
}
