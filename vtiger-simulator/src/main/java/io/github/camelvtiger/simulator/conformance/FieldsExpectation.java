package io.github.camelvtiger.simulator.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelvtiger.simulator.client.Answer;
import java.util.Optional;

/**
 * A success whose result has these values, whatever else it has.
 *
 * @param expected by name, or by path such as {@code LineItems.0.quantity} or {@code 0.lastname}
 */
record FieldsExpectation(JsonNode expected) implements Expectation {

    @Override
    public Optional<String> difference(Answer answer, Scene scene) {
        return Success.then(answer, result -> fields(new Placeholders(scene).in(expected), result));
    }

    private static Optional<String> fields(JsonNode values, JsonNode result) {
        return values.properties().stream()
                .map(field -> ValueComparison.difference(
                        "result." + field.getKey(), field.getValue(), at(result, field.getKey())))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static JsonNode at(JsonNode result, String path) {
        if (result.has(path)) {
            return result.get(path);
        }
        return result.at("/" + path.replace('.', '/'));
    }
}
