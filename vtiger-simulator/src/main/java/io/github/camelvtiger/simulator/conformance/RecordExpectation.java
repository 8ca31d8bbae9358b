package io.github.camelvtiger.simulator.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.camelvtiger.simulator.client.Answer;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A success with a whole record: the keys of its type in their order, these values, and {@code ""} in all other fields.
 *
 * @param expected the values, and under {@code type} the name of the type
 */
record RecordExpectation(JsonNode expected, TypeCatalogue types) implements Expectation {

    private static final TextNode EMPTY = TextNode.valueOf("");

    @Override
    public Optional<String> difference(Answer answer, Scene scene) {
        return Success.then(answer, result -> record(new Placeholders(scene).in(expected), result));
    }

    private Optional<String> record(JsonNode values, JsonNode result) {
        List<String> expectedKeys = types.recordKeys(values.path("type").asText());
        List<String> keys = ValueComparison.keys(result, values);
        if (!keys.equals(expectedKeys)) {
            return Optional.of("result: " + KeyOrder.difference(expectedKeys, keys));
        }
        for (Iterator<Map.Entry<String, JsonNode>> fields = values.properties().iterator(); fields.hasNext(); ) {
            Map.Entry<String, JsonNode> field = fields.next();
            if (!field.getKey().equals("type") && !result.has(field.getKey())) {
                return Optional.of("result: no " + field.getKey());
            }
        }
        return keys.stream()
                .map(key -> ValueComparison.difference(
                        "result." + key, values.has(key) ? values.get(key) : EMPTY, result.get(key)))
                .flatMap(Optional::stream)
                .findFirst();
    }
}
