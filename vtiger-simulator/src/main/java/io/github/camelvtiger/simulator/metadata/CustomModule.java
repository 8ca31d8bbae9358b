package io.github.camelvtiger.simulator.metadata;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Completes a custom module: prefix, labels, the field of its record numbers, and the fields that every module has
 * (owner, times, source, star, tags, id) if the file does not say them.
 */
final class CustomModule {

    private static final List<String> OF_EVERY_MODULE =
            List.of("assigned_user_id", "createdtime", "modifiedtime", "modifiedby", "source", "starred", "tags", "id");

    private final ArrayNode model;

    /** @param model the fields of a module that has those of every module, to be copied */
    CustomModule(JsonNode model) {
        this.model = (ArrayNode) model.get("fields");
    }

    /**
     * @param before modules that are there already
     * @throws IllegalArgumentException naming what is missing or taken, and the fix
     */
    ObjectNode completed(JsonNode module, List<JsonNode> before) {
        String name = module.get("name").asText();
        ObjectNode completed = module.deepCopy();
        putIfAbsent(completed, "label", name);
        putIfAbsent(completed, "singular", completed.get("label").asText());
        completed.put("idPrefix", prefix(module, name, before));
        if (!completed.has("entity")) {
            completed.put("entity", true);
        }
        ArrayNode fields = completed.putArray("fields");
        CustomField field = new CustomField(name);
        module.path("fields").forEach(one -> fields.add(field.completed(one)));
        numbering(completed, fields);
        labelFields(completed, fields, name);
        addMissing(fields, name);
        return completed;
    }

    private static int prefix(JsonNode module, String name, List<JsonNode> before) {
        Set<Integer> taken = new LinkedHashSet<>();
        before.forEach(other -> taken.add(other.get("idPrefix").intValue()));
        if (!module.has("idPrefix")) {
            return taken.stream().mapToInt(Integer::intValue).max().orElse(0) + 1;
        }
        int prefix = module.get("idPrefix").asInt();
        if (prefix < 1 || taken.contains(prefix)) {
            throw new IllegalArgumentException("module \"" + name + "\" has the idPrefix " + module.get("idPrefix")
                    + ": give a number that no module has, such as "
                    + (taken.stream().mapToInt(Integer::intValue).max().orElse(0) + 1) + ", or leave it out");
        }
        return prefix;
    }

    /** {@code "numbering":"CAR"} makes a field of the record numbers CAR1, CAR2 ... */
    private static void numbering(ObjectNode module, ArrayNode fields) {
        if (!module.path("numbering").isTextual()) {
            return;
        }
        String prefix = module.get("numbering").asText();
        String name = module.get("name").asText().toLowerCase(Locale.ROOT) + "_no";
        module.putObject("numbering").put("field", name).put("prefix", prefix);
        fields.insertObject(0)
                .put("name", name)
                .put("label", module.get("singular").asText() + " No")
                .put("type", "string")
                .put("flags", "")
                .put("uitype", 4)
                .put("column", "text(100)");
    }

    private static void labelFields(ObjectNode module, ArrayNode fields, String name) {
        if (module.has("labelFields")) {
            for (JsonNode label : module.get("labelFields")) {
                if (!has(fields, label.asText())) {
                    throw new IllegalArgumentException("module \"" + name + "\" has the label field \"" + label.asText()
                            + "\", which is none of its fields: give the name of one of them");
                }
            }
            return;
        }
        for (JsonNode field : fields) {
            if (field.get("type").asText().equals("string")
                    && field.path("uitype").asInt() != 4) {
                module.putArray("labelFields").add(field.get("name").asText());
                return;
            }
        }
        throw new IllegalArgumentException(
                "module \"" + name + "\" has no text for its records' labels: give it a field of type string");
    }

    private void addMissing(ArrayNode fields, String name) {
        for (String field : OF_EVERY_MODULE) {
            if (!has(fields, field)) {
                ObjectNode copy = find(model, field).deepCopy();
                if (field.equals("id")) {
                    copy.put("label", name.toLowerCase(Locale.ROOT) + "id");
                }
                fields.add(copy);
            }
        }
    }

    private static boolean has(ArrayNode fields, String name) {
        return find(fields, name) != null;
    }

    private static JsonNode find(ArrayNode fields, String name) {
        for (JsonNode field : fields) {
            if (field.get("name").asText().equals(name)) {
                return field;
            }
        }
        return null;
    }

    private static void putIfAbsent(ObjectNode module, String key, String value) {
        if (!module.has(key)) {
            module.put(key, value);
        }
    }
}
