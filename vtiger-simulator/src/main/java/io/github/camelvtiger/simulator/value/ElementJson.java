package io.github.camelvtiger.simulator.value;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads and writes elements as JSON. A class of its own, so that the mapper is loaded with the first of them and not
 * with the program, which it would hold up.
 */
public final class ElementJson {

    private static final ObjectMapper JSON = new ObjectMapper()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    /** PHP decodes nothing that is nested deeper. */
    private static final int DEPTH = 511;

    private ElementJson() {}

    /** @return null for what is not JSON, and for nothing */
    public static JsonNode read(String json) {
        try {
            JsonNode node = JSON.readTree(json);
            return node == null || wellFormed(node, 1) ? node : null;
        } catch (JsonProcessingException e) {
            return null;
        }
    }

    public static String written(Map<String, ?> values) {
        try {
            return JSON.writeValueAsString(values);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not to be written as JSON: " + values, e);
        }
    }

    /** PHP does not decode what has half of a surrogate pair in a text, which is also how a byte that is not UTF-8 arrives. */
    private static boolean wellFormed(JsonNode node, int depth) {
        if (node.isContainerNode() && depth > DEPTH) {
            return false;
        }
        if (node.isTextual()) {
            return wellFormed(node.asText());
        }
        for (Iterator<String> names = node.fieldNames(); names.hasNext(); ) {
            if (!wellFormed(names.next())) {
                return false;
            }
        }
        for (JsonNode element : node) {
            if (!wellFormed(element, depth + 1)) {
                return false;
            }
        }
        return true;
    }

    private static boolean wellFormed(String text) {
        return text.codePoints().noneMatch(ElementJson::isSurrogate);
    }

    private static boolean isSurrogate(int point) {
        return point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
    }

    /** The value as Map (in order), List, text, Number, Boolean or null. */
    public static Object plain(JsonNode value) {
        if (value.isObject()) {
            Map<String, Object> object = new LinkedHashMap<>();
            value.properties().forEach(field -> object.put(field.getKey(), plain(field.getValue())));
            return object;
        }
        if (value.isArray()) {
            List<Object> array = new ArrayList<>();
            value.forEach(element -> array.add(plain(element)));
            return array;
        }
        if (value.isNumber()) {
            return value.isIntegralNumber() ? value.numberValue() : (Object) value.doubleValue();
        }
        return value.isNull() ? null : value.isBoolean() ? (Object) value.booleanValue() : value.asText();
    }
}
