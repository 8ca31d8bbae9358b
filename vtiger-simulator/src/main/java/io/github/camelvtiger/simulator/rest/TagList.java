package io.github.camelvtiger.simulator.rest;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelvtiger.simulator.operation.Call;
import io.github.camelvtiger.simulator.operation.WebserviceException;
import io.github.camelvtiger.simulator.value.ElementJson;
import java.util.ArrayList;
import java.util.List;

/** The parameter {@code tags}: an array of texts in JSON. */
final class TagList {

    private TagList() {}

    /**
     * Without blanks around them and without empty ones.
     *
     * @throws WebserviceException if nothing is left
     */
    static List<String> of(Call call) {
        JsonNode sent = ElementJson.read(call.parameter("tags"));
        List<String> tags = new ArrayList<>();
        if (sent != null && sent.isArray()) {
            sent.forEach(tag -> tags.add(tag.asText().strip()));
        }
        tags.removeIf(String::isEmpty);
        if (tags.isEmpty()) {
            throw new WebserviceException("MANDATORY_FIELDS_MISSING", "tags does not have a value")
                    .because("tags is to be an array of texts in JSON, such as [\"vip\",\"press\"]");
        }
        return tags;
    }
}
