package io.github.camelvtiger.simulator.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelvtiger.simulator.client.Answer;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A success whose lists have these elements among others, or have none of them.
 *
 * @param expected by the name of a list within the result: texts, or ids of records
 * @param wanted whether they must be there or must not
 */
record MembersExpectation(JsonNode expected, boolean wanted) implements Expectation {

    @Override
    public Optional<String> difference(Answer answer, Scene scene) {
        return Success.then(answer, result -> lists(new Placeholders(scene).in(expected), result));
    }

    private Optional<String> lists(JsonNode lists, JsonNode result) {
        for (Iterator<Map.Entry<String, JsonNode>> each = lists.properties().iterator(); each.hasNext(); ) {
            Map.Entry<String, JsonNode> list = each.next();
            List<String> found = new ArrayList<>();
            result.path(list.getKey())
                    .forEach(element ->
                            found.add(element.isObject() ? element.path("id").asText() : element.asText()));
            for (JsonNode member : list.getValue()) {
                if (found.contains(member.asText()) != wanted) {
                    return Optional.of("result." + list.getKey() + ": " + (wanted ? "misses " : "has ")
                            + member.asText() + ", it is " + found);
                }
            }
        }
        return Optional.empty();
    }
}
