package io.github.camelvtiger.simulator.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Compares JSON with what is expected, type and order of keys included. An expected text may be a matcher:
 *
 * <ul>
 *   <li>{@code ~any}; {@code ~text}: not empty; {@code ~number}: a JSON number; {@code ~list}, {@code ~object}
 *   <li>{@code ~time}: {@code yyyy-mm-dd hh:mm:ss}; {@code ~after:TIME}: a later one
 *   <li>{@code ~id:12}: an id of that prefix
 *   <li>{@code ~re:EXPRESSION}: the whole text matches
 * </ul>
 *
 * <p>Custom fields ({@code cf_123}) that are not expected are passed over, because installations have their own.
 */
final class ValueComparison {

    private static final Pattern CUSTOM_FIELD = Pattern.compile("cf_\\d+");
    private static final Pattern TIME = Pattern.compile("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d");
    private static final int SHOWN = 160;

    private ValueComparison() {}

    /** The first difference, with the path to it. */
    static Optional<String> difference(String path, JsonNode expected, JsonNode actual) {
        if (expected.isTextual() && expected.asText().startsWith("~")) {
            return matches(expected.asText(), actual) ? Optional.empty() : unequal(path, expected, actual);
        }
        if (expected.isObject() && actual.isObject()) {
            return objects(path, expected, actual);
        }
        if (expected.isArray() && actual.isArray()) {
            return arrays(path, expected, actual);
        }
        if (expected.isNumber() && actual.isNumber()) {
            return expected.decimalValue().compareTo(actual.decimalValue()) == 0
                    ? Optional.empty()
                    : unequal(path, expected, actual);
        }
        return expected.equals(actual) ? Optional.empty() : unequal(path, expected, actual);
    }

    static boolean isCustomField(String name) {
        return CUSTOM_FIELD.matcher(name).matches();
    }

    /** The keys of an object that are held to an expectation, in their order. */
    static List<String> keys(JsonNode object, JsonNode expected) {
        List<String> keys = new ArrayList<>();
        object.fieldNames().forEachRemaining(key -> {
            if (expected.has(key) || !isCustomField(key)) {
                keys.add(key);
            }
        });
        return keys;
    }

    private static Optional<String> objects(String path, JsonNode expected, JsonNode actual) {
        List<String> expectedKeys = keys(expected, expected);
        List<String> actualKeys = keys(actual, expected);
        if (!expectedKeys.equals(actualKeys)) {
            return Optional.of(path + ": " + KeyOrder.difference(expectedKeys, actualKeys));
        }
        for (Iterator<Map.Entry<String, JsonNode>> fields =
                        expected.properties().iterator();
                fields.hasNext(); ) {
            Map.Entry<String, JsonNode> field = fields.next();
            Optional<String> difference =
                    difference(path + "." + field.getKey(), field.getValue(), actual.get(field.getKey()));
            if (difference.isPresent()) {
                return difference;
            }
        }
        return Optional.empty();
    }

    private static Optional<String> arrays(String path, JsonNode expected, JsonNode actual) {
        if (expected.size() != actual.size()) {
            return Optional.of(
                    path + ": expected " + expected.size() + " elements, got " + actual.size() + ": " + shown(actual));
        }
        for (int i = 0; i < expected.size(); i++) {
            Optional<String> difference = difference(path + "." + i, expected.get(i), actual.get(i));
            if (difference.isPresent()) {
                return difference;
            }
        }
        return Optional.empty();
    }

    private static boolean matches(String matcher, JsonNode actual) {
        String text = actual.isTextual() ? actual.asText() : "";
        int colon = matcher.indexOf(':');
        String argument = colon < 0 ? "" : matcher.substring(colon + 1);
        return switch (colon < 0 ? matcher : matcher.substring(0, colon)) {
            case "~any" -> !actual.isMissingNode();
            case "~text" -> !text.isEmpty();
            case "~number" -> actual.isNumber();
            case "~list" -> actual.isArray();
            case "~object" -> actual.isObject();
            case "~time" -> TIME.matcher(text).matches();
            case "~after" -> TIME.matcher(text).matches() && text.compareTo(argument) > 0;
            case "~id" -> text.matches(argument + "x[1-9]\\d*");
            case "~re" ->
                actual.isTextual()
                        && Pattern.compile(argument, Pattern.DOTALL)
                                .matcher(text)
                                .matches();
            default -> throw new IllegalArgumentException("No matcher is called " + matcher);
        };
    }

    private static Optional<String> unequal(String path, JsonNode expected, JsonNode actual) {
        return Optional.of(path + ": expected " + shown(expected) + ", got " + shown(actual));
    }

    private static String shown(JsonNode node) {
        String text = node.isMissingNode() ? "nothing" : node.toString();
        return text.length() > SHOWN ? text.substring(0, SHOWN) + "… (" + text.length() + " characters)" : text;
    }
}
