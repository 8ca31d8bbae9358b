package io.github.camelvtiger.simulator.comparison;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * A field as {@code describe} names it.
 *
 * @param choices values of a picklist
 * @param refersTo modules of a reference
 */
record FieldShape(
        String name, String type, boolean mandatory, boolean editable, List<String> choices, List<String> refersTo) {

    static FieldShape of(JsonNode field) {
        List<String> choices = new ArrayList<>();
        field.at("/type/picklistValues")
                .forEach(choice -> choices.add(choice.path("value").asText()));
        List<String> refersTo = new ArrayList<>();
        field.at("/type/refersTo").forEach(module -> refersTo.add(module.asText()));
        return new FieldShape(
                field.path("name").asText(),
                field.at("/type/name").asText(),
                field.path("mandatory").asBoolean(),
                field.path("editable").asBoolean(),
                choices,
                refersTo);
    }
}
