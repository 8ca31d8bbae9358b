package io.github.camelvtiger.simulator.clone;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelvtiger.simulator.metadata.FieldMetadata;
import io.github.camelvtiger.simulator.metadata.ModuleMetadata;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** A module of the source as custom metadata: what it has beside or without the module of a fresh installation. */
final class SourceModule {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    /** Custom modules have these anyway, with what cannot be described. */
    private static final Set<String> OF_EVERY_MODULE =
            Set.of("assigned_user_id", "createdtime", "modifiedtime", "modifiedby", "source", "starred", "tags", "id");

    private static final Set<String> TYPES = Set.of(
            "string",
            "text",
            "integer",
            "double",
            "currency",
            "boolean",
            "date",
            "time",
            "datetime",
            "picklist",
            "multipicklist",
            "reference",
            "owner",
            "phone",
            "email",
            "url",
            "skype");

    private final JsonNode described;
    private final String singular;
    private final Set<String> modules;

    /** @param modules names of all modules of the source: others cannot be referred to */
    SourceModule(JsonNode described, String singular, Set<String> modules) {
        this.described = described;
        this.singular = singular;
        this.modules = modules;
    }

    /** @param numbering the field by which a fresh installation numbers the records; {@code ""} for none */
    List<SourceField> fields(String numbering) {
        List<SourceField> fields = new ArrayList<>();
        described.path("fields").forEach(field -> {
            Set<String> choices = new HashSet<>();
            field.path("type")
                    .path("picklistValues")
                    .forEach(value -> choices.add(value.path("value").asText()));
            String name = field.path("name").asText();
            fields.add(new SourceField(
                    name,
                    field.path("label").asText(),
                    field.path("type").path("name").asText(),
                    choices,
                    name.equals(numbering)));
        });
        return fields;
    }

    /** A module that no fresh installation has. */
    ObjectNode custom() {
        ObjectNode module = NODES.objectNode();
        module.put("name", described.path("name").asText());
        module.put("label", described.path("label").asText());
        module.put("singular", singular);
        module.put("idPrefix", described.path("idPrefix").asInt());
        module.put("entity", described.path("isEntity").asBoolean());
        Set<String> names = new LinkedHashSet<>();
        ArrayNode fields = module.putArray("fields");
        described.path("fields").forEach(field -> {
            if (!OF_EVERY_MODULE.contains(field.path("name").asText())) {
                fields.add(field(field));
                names.add(field.path("name").asText());
            }
        });
        ArrayNode labels = module.putArray("labelFields");
        for (String label : described.path("labelFields").asText().split(",")) {
            if (names.contains(label)) {
                labels.add(label);
            }
        }
        if (labels.isEmpty()) {
            module.remove("labelFields");
        }
        return module;
    }

    /** @return nothing if the source has the module as a fresh installation has it */
    List<ObjectNode> differences(ModuleMetadata fresh) {
        List<ObjectNode> differences = new ArrayList<>();
        ObjectNode picklists = NODES.objectNode();
        Set<String> there = new HashSet<>();
        String before = "id";
        for (JsonNode field : described.path("fields")) {
            String name = field.path("name").asText();
            there.add(name);
            if (fresh.fieldIndex(name) < 0) {
                ObjectNode added = NODES.objectNode().put("name", fresh.name()).put("after", before);
                added.putArray("fields").add(field(field));
                differences.add(added);
            } else {
                values(field, fresh.field(name).orElseThrow(), picklists);
            }
            before = name;
        }
        if (!picklists.isEmpty()) {
            differences.add(NODES.objectNode().put("name", fresh.name()).set("picklists", picklists));
        }
        ArrayNode without = NODES.arrayNode();
        fresh.fields().stream()
                .filter(field ->
                        !there.contains(field.name()) && !field.described().isEmpty())
                .filter(field -> !OF_EVERY_MODULE.contains(field.name())
                        && !fresh.labelFields().contains(field.name()))
                .filter(field -> fresh.numbering()
                        .filter(numbering -> numbering.field().equals(field.name()))
                        .isEmpty())
                .forEach(field -> without.add(field.name()));
        if (!without.isEmpty() && fresh.entity()) {
            differences.add(NODES.objectNode().put("name", fresh.name()).set("without", without));
        }
        return differences;
    }

    private static void values(JsonNode field, FieldMetadata fresh, ObjectNode picklists) {
        if (!fresh.described().toString().contains("picklistValues")) {
            return;
        }
        Set<String> known = new HashSet<>(fresh.picklistValues());
        ArrayNode more = NODES.arrayNode();
        field.path("type").path("picklistValues").forEach(value -> {
            if (known.add(value.path("value").asText())) {
                more.add(value.path("value").asText());
            }
        });
        if (!more.isEmpty()) {
            picklists.set(fresh.name(), more);
        }
    }

    private ObjectNode field(JsonNode described) {
        JsonNode type = described.path("type");
        String name = type.path("name").asText();
        ArrayNode targets = NODES.arrayNode();
        type.path("refersTo").forEach(target -> {
            if (modules.contains(target.asText())) {
                targets.add(target.asText());
            }
        });
        boolean nowhere = name.equals("reference") && targets.isEmpty();
        ObjectNode field = NODES.objectNode();
        field.put("name", described.path("name").asText());
        field.put("label", described.path("label").asText());
        field.put("type", TYPES.contains(name) && !nowhere ? name : "string");
        field.put("flags", flags(described));
        if (name.equals("reference") && !nowhere) {
            field.set("refersTo", targets);
        }
        if (name.endsWith("picklist")) {
            ArrayNode values = field.putArray("picklist");
            type.path("picklistValues")
                    .forEach(value -> values.add(value.path("value").asText()));
            if (values.isEmpty()) {
                values.add("");
            }
        }
        return field;
    }

    private static String flags(JsonNode field) {
        return (field.path("mandatory").asBoolean() ? "m" : "")
                + (field.path("isunique").asBoolean() ? "u" : "")
                + (field.path("nullable").asBoolean() ? "n" : "")
                + (field.path("editable").asBoolean() ? "e" : "");
    }
}
