package io.github.camelvtiger.simulator.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelvtiger.simulator.client.Answer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * A success with a list of these records.
 *
 * @param expected their ids
 * @param ordered whether the order counts
 */
record IdsExpectation(JsonNode expected, boolean ordered) implements Expectation {

    @Override
    public Optional<String> difference(Answer answer, Scene scene) {
        return Success.then(answer, result -> {
            List<String> wanted = new ArrayList<>();
            new Placeholders(scene).in(expected).forEach(id -> wanted.add(id.asText()));
            List<String> found = new ArrayList<>();
            result.forEach(row -> found.add(row.path("id").asText()));
            if (!ordered) {
                Collections.sort(wanted);
                Collections.sort(found);
            }
            return result.isArray() && wanted.equals(found)
                    ? Optional.empty()
                    : Optional.of(
                            "expected the records " + wanted + ", got " + (result.isArray() ? found : answer.text()));
        });
    }
}
