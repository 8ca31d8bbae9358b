package io.github.camelvtiger.simulator.comparison;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** A module as {@code describe} names it to the user who compares. */
record ModuleShape(String name, boolean entity, List<FieldShape> fields) {

    static ModuleShape of(JsonNode description) {
        List<FieldShape> fields = new ArrayList<>();
        description.path("fields").forEach(field -> fields.add(FieldShape.of(field)));
        return new ModuleShape(
                description.path("name").asText(), description.path("isEntity").asBoolean(), fields);
    }

    /** Those that a client sets. */
    List<FieldShape> writable() {
        return fields.stream()
                .filter(FieldShape::editable)
                .filter(field -> !field.name().equals("id"))
                .toList();
    }
}
