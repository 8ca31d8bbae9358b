package io.github.camelvtiger.simulator.metadata;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads the 35 types of a fresh Vtiger 8.2.0 from the data files beside this class: what they are from one, the fields of
 * each from one of its own when they are first asked for.
 */
public final class MetadataLoader {

    private final JsonTree json = new JsonTree();

    public Metadata load() {
        return load(CustomMetadata.NONE, Release.V8_2_0);
    }

    public Metadata load(CustomMetadata custom) {
        return load(custom, Release.V8_2_0);
    }

    public Metadata load(CustomMetadata custom, Release release) {
        JsonNode index = read("modules");
        List<JsonNode> standard = new ArrayList<>();
        index.get("modules").forEach(standard::add);
        if (!custom.isEmpty()) {
            standard.forEach(module -> ((ObjectNode) module).set("fields", fields(module)));
        }
        List<ModuleMetadata> modules = new ArrayList<>();
        for (JsonNode data : custom.addedTo(standard)) {
            modules.add(module(data, release));
        }
        Set<String> administratorOnly = new LinkedHashSet<>(texts(index.get("administratorOnly")));
        return new Metadata(modules, administratorOnly, release, custom.languages());
    }

    private JsonNode read(String name) {
        String file = name + ".json";
        try (InputStream in = MetadataLoader.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("the data file " + file + " of the simulator is not on the class path");
            }
            return json.read(in);
        } catch (IOException e) {
            throw new UncheckedIOException("the data file " + file + " of the simulator cannot be read", e);
        }
    }

    private ModuleMetadata module(JsonNode data, Release release) {
        Lazy<ModuleFields> content = new Lazy<>(() -> content(data, release));
        String label = data.get("label").textValue();
        return new ModuleMetadata(
                data.get("name").textValue(),
                data.path("listLabel").asText(label),
                data.get("singular").textValue(),
                data.get("idPrefix").intValue(),
                data.get("entity").booleanValue(),
                numbering(data.path("numbering")),
                content,
                new LazyMap(() -> described(data, label, content.get().fields())));
    }

    private ModuleFields content(JsonNode data, Release release) {
        List<FieldMetadata> fields = new ArrayList<>();
        fields(data).forEach(field -> fields.add(field(field, release)));
        return ModuleFields.of(fields, administratorsFields(data), texts(data.get("labelFields")));
    }

    private Set<String> administratorsFields(JsonNode module) {
        Set<String> names = new HashSet<>();
        fields(module).forEach(field -> {
            if (field.path("administratorsOnly").asBoolean()) {
                names.add(field.get("name").textValue());
            }
        });
        return names;
    }

    private JsonNode fields(JsonNode module) {
        return module.has("fields")
                ? module.get("fields")
                : read(module.get("name").textValue());
    }

    private static Optional<RecordNumbering> numbering(JsonNode data) {
        return data.isMissingNode()
                ? Optional.empty()
                : Optional.of(new RecordNumbering(
                        data.get("field").textValue(), data.get("prefix").textValue()));
    }

    private static Map<String, Object> described(JsonNode data, String label, List<FieldMetadata> fields) {
        Map<String, Object> described = new LinkedHashMap<>();
        described.put("label", label);
        described.put("name", data.get("name").textValue());
        for (String right : List.of("createable", "updateable", "deleteable", "retrieveable")) {
            described.put(right, true);
        }
        described.put(
                "fields",
                fields.stream()
                        .map(FieldMetadata::described)
                        .filter(field -> !field.isEmpty())
                        .toList());
        described.put("idPrefix", data.get("idPrefix").asText());
        boolean entity = data.get("entity").booleanValue();
        described.put("isEntity", entity);
        if (entity) {
            described.put("allowDuplicates", false);
        }
        described.put("labelFields", String.join(",", texts(data.get("labelFields"))));
        return described;
    }

    private static FieldMetadata field(JsonNode data, Release release) {
        String name = data.get("name").textValue();
        String flags = data.get("flags").textValue();
        List<String> values = new ArrayList<>();
        data.path("picklist").forEach(entry -> values.add((entry.isArray() ? entry.get(0) : entry).textValue()));
        JsonNode declared = data.path("column");
        Column column = declared.isMissingNode() ? Column.UNLIMITED_TEXT : Column.parse(declared.textValue());
        return new FieldMetadata(
                name,
                data.get("type").textValue(),
                flags.contains("m"),
                flags.contains("u"),
                flags.contains("e"),
                texts(data.path("refersTo")),
                List.copyOf(values),
                data.path("uitype").asInt(),
                data.path("number").asText(""),
                data.path("readOnly").asBoolean(),
                data.path("answered").asBoolean(true)
                        || data.path("answeredBy").asText().equals("8.0.0") && release.givesOutSecrets(),
                data.path("columnName").asText(name),
                data.path("table").asText(""),
                column,
                release.answersNull() && NullColumn.isOne(data, column),
                data.path("described").asBoolean(true) ? new LazyMap(() -> DescribedField.of(data)) : Map.of());
    }

    static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(text -> texts.add(text.textValue()));
        return List.copyOf(texts);
    }
}
