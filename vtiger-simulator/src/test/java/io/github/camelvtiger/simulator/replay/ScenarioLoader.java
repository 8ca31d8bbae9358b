package io.github.camelvtiger.simulator.replay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads the scenarios beside this class, one file each: JSON Lines, the first of which names the scenario and its
 * server. Long lists of alike records are kept as {@code {"#table":{"keys","same","rows"}}}: {@code same} holds the
 * values all records share, each row the other values in the order of the keys.
 */
final class ScenarioLoader {

    private final ObjectMapper json = new ObjectMapper();

    List<Scenario> load() {
        return lines("scenarios.txt").stream().map(this::scenario).toList();
    }

    private Scenario scenario(String name) {
        List<JsonNode> steps = new ArrayList<>();
        for (String line : lines(name + ".jsonl")) {
            steps.add(expanded(parsed(name, line)));
        }
        JsonNode head = steps.remove(0);
        return new Scenario(head.get("scenario").textValue(), head.path("server"), steps);
    }

    private JsonNode parsed(String name, String line) {
        try {
            return json.readTree(line);
        } catch (IOException e) {
            throw new UncheckedIOException("scenario " + name + " has a line that is not JSON: " + line, e);
        }
    }

    private static List<String> lines(String file) {
        try (InputStream in = ScenarioLoader.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("the file " + file + " is not on the class path");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException("the file " + file + " cannot be read", e);
        }
    }

    private JsonNode expanded(JsonNode node) {
        if (node.has("#table")) {
            return records(node.get("#table"));
        }
        if (node.isArray()) {
            ArrayNode array = json.createArrayNode();
            node.forEach(element -> array.add(expanded(element)));
            return array;
        }
        if (node.isObject()) {
            ObjectNode object = json.createObjectNode();
            node.properties().forEach(field -> object.set(field.getKey(), expanded(field.getValue())));
            return object;
        }
        return node;
    }

    private ArrayNode records(JsonNode table) {
        ArrayNode records = json.createArrayNode();
        for (JsonNode row : table.get("rows")) {
            ObjectNode record = records.addObject();
            int next = 0;
            for (JsonNode key : table.get("keys")) {
                JsonNode same = table.get("same").get(key.textValue());
                record.set(key.textValue(), same == null ? row.get(next++) : same);
            }
        }
        return records;
    }
}
