package io.github.camelvtiger;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Makes the smallest record that a module's schema asks for, as a program does that knows nothing else. */
final class SmallestRecords {

    private final Function<String, JsonNode> schemas;
    private final Function<String, String> ids;

    /**
     * @param schemas of the modules
     * @param ids of a record of a module, to be referred to
     */
    SmallestRecords(Function<String, JsonNode> schemas, Function<String, String> ids) {
        this.schemas = schemas;
        this.ids = ids;
    }

    Map<String, Object> of(String module) {
        return object(schemas.apply(module), module);
    }

    private Map<String, Object> object(JsonNode schema, String name) {
        Map<String, Object> record = new LinkedHashMap<>();
        schema.path("required")
                .forEach(field -> record.put(
                        field.textValue(),
                        value(schema.get("properties").get(field.textValue()), name + " " + field.textValue())));
        return record;
    }

    private Object value(JsonNode schema, String name) {
        String type = schema.get("type").isArray()
                ? schema.get("type").get(0).textValue()
                : schema.get("type").textValue();
        if (schema.has("const") || schema.has("enum")) {
            JsonNode chosen = schema.has("const")
                    ? schema.get("const")
                    : schema.get("enum").get(0);
            return chosen.isBoolean() ? (Object) chosen.booleanValue() : chosen.textValue();
        }
        if (schema.has("x-vtiger-modules")) {
            return ids.apply(schema.get("x-vtiger-modules").get(0).textValue());
        }
        if (type.equals("array")) {
            return List.of(object(schema.get("items"), name));
        }
        if (type.equals("number") || type.equals("integer")) {
            return 1;
        }
        String format = schema.at("/anyOf/0/format").asText();
        return switch (format) {
            case "date" -> "2026-12-31";
            case "email" -> "a@example.com";
            default ->
                schema.path("pattern").asText().contains(":")
                        ? "10:30"
                        : name.substring(
                                0,
                                Math.min(name.length(), schema.path("maxLength").asInt(99)));
        };
    }
}
