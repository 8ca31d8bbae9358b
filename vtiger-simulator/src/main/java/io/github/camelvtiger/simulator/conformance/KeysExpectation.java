package io.github.camelvtiger.simulator.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelvtiger.simulator.client.Answer;
import java.util.List;
import java.util.Optional;

/**
 * A success with a result of these keys in this order; of a list, its first element.
 *
 * @param expected separated by spaces
 */
record KeysExpectation(String expected) implements Expectation {

    @Override
    public Optional<String> difference(Answer answer, Scene scene) {
        return Success.then(answer, result -> {
            JsonNode object = result.isArray() ? result.path(0) : result;
            List<String> wanted = List.of(expected.split(" "));
            List<String> keys = ValueComparison.keys(object, object);
            return keys.equals(wanted) ? Optional.empty() : Optional.of("result: " + KeyOrder.difference(wanted, keys));
        });
    }
}
