package io.github.camelvtiger.simulator.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * What a fresh Vtiger 8.2.0 says of its types, from {@code types.json}.
 *
 * @param types by name: {@code top} has what {@code describe} says besides the fields, {@code fields} has per field
 *     type, flags, label, default and picklist in the forms of {@link FieldDescription}, {@code keys} the usual keys of a
 *     field, {@code record} the keys of a created record if they are not the fields and {@code label}
 */
record TypeCatalogue(JsonNode types) {

    /** What a field is held to, by the words of a report. */
    static final Map<String, Function<FieldDescription, String>> ASPECTS = aspects();

    List<String> names() {
        List<String> names = new ArrayList<>();
        types.fieldNames().forEachRemaining(names::add);
        return names;
    }

    /** What {@code describe} says of the type besides its fields, in their order. */
    JsonNode top(String type) {
        return types.path(type).path("top");
    }

    List<String> fieldNames(String type) {
        List<String> names = new ArrayList<>();
        types.path(type).path("fields").fieldNames().forEachRemaining(names::add);
        return names;
    }

    /** One of {@link #ASPECTS} of a field. */
    String aspect(String type, String field, String aspect) {
        JsonNode expected = types.path(type).path("fields").path(field);
        String value =
                expected.path(List.copyOf(ASPECTS.keySet()).indexOf(aspect)).asText();
        return aspect.equals("keys") && value.isEmpty()
                ? types.path(type).path("keys").asText()
                : value;
    }

    /** The keys of a record as create answers it. */
    List<String> recordKeys(String type) {
        if (types.path(type).has("record")) {
            return List.of(types.path(type).get("record").asText().split(" "));
        }
        List<String> keys = fieldNames(type);
        keys.add("label");
        return keys;
    }

    private static Map<String, Function<FieldDescription, String>> aspects() {
        Map<String, Function<FieldDescription, String>> aspects = new LinkedHashMap<>();
        aspects.put("types", FieldDescription::type);
        aspects.put("flags", FieldDescription::flags);
        aspects.put("labels", FieldDescription::label);
        aspects.put("defaults", FieldDescription::defaultValue);
        aspects.put("picklists", FieldDescription::picklist);
        aspects.put("keys", FieldDescription::keys);
        return aspects;
    }
}
