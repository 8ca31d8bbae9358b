package io.github.camelvtiger.simulator.metadata;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A field as {@code describe} answers it, built from its compact data: {@code flags} holds m(andatory), u(nique),
 * n(ullable), e(ditable); {@code keys} is there only if the order differs from that of a module's plain field.
 */
final class DescribedField {

    private static final String PLAIN_KEYS = "name label mandatory type isunique nullable editable default";

    private DescribedField() {}

    static Map<String, Object> of(JsonNode data) {
        Map<String, Object> described = new LinkedHashMap<>();
        for (String key : data.path("keys").asText(PLAIN_KEYS).split(" ")) {
            described.put(key, value(data, key));
        }
        return described;
    }

    private static Object value(JsonNode data, String key) {
        return switch (key) {
            case "type" -> type(data);
            case "mandatory" -> flag(data, 'm');
            case "isunique" -> flag(data, 'u');
            case "nullable" -> flag(data, 'n');
            case "editable" -> flag(data, 'e');
            case "default" -> data.has("default") ? data.get("default").textValue() : "";
            default -> data.get(key).textValue();
        };
    }

    /** The pseudo fields of prices and taxes have PHP's texts of true and false ({@code webservice.md §6}). */
    private static Object flag(JsonNode data, char flag) {
        boolean set = data.get("flags").textValue().indexOf(flag) >= 0;
        if (data.path("flagsAsText").asBoolean()) {
            return set ? "1" : "";
        }
        return set;
    }

    private static Map<String, Object> type(JsonNode data) {
        Map<String, Object> type = new LinkedHashMap<>();
        String name = data.get("type").textValue();
        if (data.has("refersTo")) {
            type.put("refersTo", MetadataLoader.texts(data.get("refersTo")));
        }
        if (data.has("picklist")) {
            List<Map<String, Object>> values = picklist(data.get("picklist"));
            type.put("picklistValues", values);
            Object first = values.isEmpty() ? "" : values.get(0).get("value");
            type.put(
                    "defaultValue",
                    data.has("picklistDefault") ? data.get("picklistDefault").textValue() : first);
        }
        if (name.equals("date")) {
            type.put("format", "yyyy-mm-dd");
        }
        if (data.has("maxUploadFileSize")) {
            JsonNode size = data.get("maxUploadFileSize");
            type.put("maxUploadFileSize", size.isTextual() ? size.textValue() : (Object) size.numberValue());
        }
        type.put("name", name);
        return type;
    }

    private static List<Map<String, Object>> picklist(JsonNode entries) {
        List<Map<String, Object>> values = new ArrayList<>();
        for (JsonNode entry : entries) {
            Map<String, Object> value = new LinkedHashMap<>();
            value.put("label", (entry.isArray() ? entry.get(1) : entry).textValue());
            value.put("value", (entry.isArray() ? entry.get(0) : entry).textValue());
            values.add(value);
        }
        return values;
    }
}
