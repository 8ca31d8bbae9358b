package io.github.camelvtiger.simulator.comparison;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Values of each type of field, usual and odd ones; those that depend on nothing are in {@code odd-values.json}. */
final class OddValues {

    private static final Map<String, String> LISTS = Map.ofEntries(
            Map.entry("integer", "number"),
            Map.entry("double", "number"),
            Map.entry("currency", "number"),
            Map.entry("percentage", "number"),
            Map.entry("date", "date"),
            Map.entry("datetime", "datetime"),
            Map.entry("time", "time"),
            Map.entry("boolean", "boolean"),
            Map.entry("picklist", "picklist"),
            Map.entry("multipicklist", "picklist"),
            Map.entry("reference", "reference"),
            Map.entry("owner", "owner"));
    private static final int ODD = 35;

    private final JsonNode lists = read();

    /** A usual value, or one of three times an odd one. */
    JsonNode value(Draw draw, FieldShape field, Script script) {
        return draw.percent(ODD) ? odd(draw, field.type()) : usual(draw, field, script);
    }

    /** A value that the field is made for. */
    JsonNode usual(Draw draw, FieldShape field, Script script) {
        return switch (field.type()) {
            case "picklist" -> choice(draw, field);
            case "multipicklist" ->
                TextNode.valueOf(choice(draw, field).asText()
                        + (draw.percent(50) ? " |##| " + choice(draw, field).asText() : ""));
            case "reference" ->
                TextNode.valueOf(script.record(draw, field.refersTo())
                        .map(MadeRecord::symbol)
                        .orElse(field.refersTo().contains("Users") ? script.user() : ""));
            case "owner" -> TextNode.valueOf(script.user());
            case "integer" -> TextNode.valueOf(draw.of("1", "7", "250"));
            case "double", "currency", "percentage" -> TextNode.valueOf(draw.of("1", "12.5", "99.99", "1000"));
            case "date" -> TextNode.valueOf(draw.of("2026-03-15", "2027-12-31", "1990-04-05"));
            case "datetime" -> TextNode.valueOf("2026-03-15 10:20:30");
            case "time" -> TextNode.valueOf(draw.of("10:30", "08:00:00", "23:15"));
            case "boolean" -> TextNode.valueOf(draw.of("1", "0"));
            case "email" -> TextNode.valueOf(draw.of("ada@example.com", "b.c+d@example.org"));
            default -> text(draw);
        };
    }

    JsonNode odd(Draw draw, String type) {
        JsonNode list = lists.get(LISTS.getOrDefault(type, "text"));
        return list.get(draw.below(list.size()));
    }

    private JsonNode text(Draw draw) {
        return TextNode.valueOf(draw.of("Alpha", "Beta", "Gamma 3", "Müller & Söhne", "Delta") + draw.of("", "", " 2"));
    }

    private static JsonNode choice(Draw draw, FieldShape field) {
        return TextNode.valueOf(field.choices().isEmpty() ? "" : draw.of(new ArrayList<>(field.choices())));
    }

    private static JsonNode read() {
        ObjectMapper json = new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
        try (InputStream in = OddValues.class.getResourceAsStream("odd-values.json")) {
            return json.readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException("odd-values.json cannot be read", e);
        }
    }

    /** A literal for a condition on a field of the type. */
    String literal(Draw draw, FieldShape field, Script script) {
        List<JsonNode> scalars = new ArrayList<>();
        lists.get(LISTS.getOrDefault(field.type(), "text")).forEach(value -> {
            if (value.isTextual() && !value.asText().isEmpty()) {
                scalars.add(value);
            }
        });
        JsonNode value = draw.percent(60) ? usual(draw, field, script) : draw.of(scalars);
        String text = value.asText().isEmpty() ? "Alpha" : value.asText();
        return "'" + text.replace("'", "''") + "'";
    }
}
