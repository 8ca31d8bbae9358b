package io.github.camelvtiger.simulator.metadata;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Custom fields and modules, on top of what every installation has. The file is {@code {"modules":[...]}}; each entry
 * is written as the simulator's own data files are. One with the name of a module there is adds its {@code fields} to
 * it, behind the field named by {@code after} (in front of {@code id} where it is not said); any other is a module of its
 * own.
 */
public final class CustomMetadata {

    /** No custom field. */
    public static final CustomMetadata NONE = new CustomMetadata(List.of());

    private final List<JsonNode> modules;

    private CustomMetadata(List<JsonNode> modules) {
        this.modules = modules;
    }

    /** @throws IllegalArgumentException for a file that cannot be read or has no modules */
    public static CustomMetadata read(Path file) {
        JsonNode content;
        try {
            content = new ObjectMapper().readTree(file.toFile());
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "metadata file \"" + file + "\" cannot be read: give a JSON file {\"modules\":[...]}", e);
        }
        if (!content.path("modules").isArray()) {
            throw new IllegalArgumentException(
                    "metadata file \"" + file + "\" has no list named modules: give {\"modules\":[...]}");
        }
        List<JsonNode> modules = new ArrayList<>();
        content.get("modules").forEach(modules::add);
        return new CustomMetadata(modules);
    }

    /** @param standard the data of the modules of every installation; changed */
    List<JsonNode> addedTo(List<JsonNode> standard) {
        List<JsonNode> all = new ArrayList<>(standard);
        for (JsonNode custom : modules) {
            all.stream()
                    .filter(module -> module.get("name").equals(custom.get("name")))
                    .findFirst()
                    .ifPresentOrElse(module -> addFields((ObjectNode) module, custom), () -> all.add(custom));
        }
        return all;
    }

    private static void addFields(ObjectNode module, JsonNode custom) {
        ArrayNode fields = (ArrayNode) module.get("fields");
        int place = place(fields, custom.path("after").asText("id"));
        for (JsonNode field : custom.get("fields")) {
            fields.insert(place++, field);
        }
    }

    private static int place(ArrayNode fields, String after) {
        for (int i = 0; i < fields.size(); i++) {
            if (fields.get(i).get("name").asText().equals(after)) {
                return after.equals("id") ? i : i + 1;
            }
        }
        throw new IllegalArgumentException("custom fields are to stand after \"" + after
                + "\", which the module does not have: give the name of one of its fields");
    }
}
