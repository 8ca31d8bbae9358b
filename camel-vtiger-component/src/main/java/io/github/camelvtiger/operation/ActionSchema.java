package io.github.camelvtiger.operation;

import io.github.camelvtiger.client.ModuleDescription;
import io.github.camelvtiger.client.ModuleDescription.Field;
import io.github.camelvtiger.schema.RecordSchema;
import io.github.camelvtiger.values.WriteKind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The JSON Schema 2020-12 of an action's input, for any module or for one. */
final class ActionSchema {

    private static final String NUMBER_OF_RECORD = "x(0|[1-9][0-9]{0,17})$";

    private final CrmAction action;
    private final Optional<RecordSchema> module;
    private final boolean ofRelated;
    private final boolean byName;

    /**
     * @param module that the input is about; empty for any
     * @param ofRelated whether it is the module of the related records, if the action is about such
     * @param byName whether owners and references may be given as names
     */
    ActionSchema(CrmAction action, Optional<RecordSchema> module, boolean ofRelated, boolean byName) {
        this.action = action;
        this.module = module;
        this.ofRelated = ofRelated;
        this.byName = byName;
    }

    Map<String, Object> document() {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("$schema", RecordSchema.DIALECT);
        schema.put("type", "object");
        Map<String, Object> properties = new LinkedHashMap<>();
        action.parameters().forEach(parameter -> properties.put(parameter.jsonName(), property(parameter)));
        schema.put("properties", properties);
        schema.put(
                "required",
                action.required().stream().map(ActionParameter::jsonName).toList());
        schema.put("additionalProperties", false);
        return schema;
    }

    private Map<String, Object> property(ActionParameter parameter) {
        return switch (parameter) {
            case MODULE -> module();
            case ID -> id();
            case RELATED_ID -> id("A record id, that of the other record.");
            case RECORD -> record();
            case QUERY ->
                text("A statement in VTQL, such as SELECT * FROM Contacts WHERE lastname = 'Smith'." + fields());
            case WHERE -> text("A condition in VTQL, such as mailingcity = 'Berlin'." + fields());
            case COLUMNS -> names("Names of the fields to return; all of them by default.");
            case MATCH_FIELDS -> names("Names of the fields by whose values the record is found.");
            case RELATED_MODULE ->
                module.filter(known -> ofRelated)
                        .map(known -> only(known.module().name()))
                        .orElseGet(() -> text("API name of the module of the related records."));
            case RELATION -> text("Label of the relation, as list-relations returns it.");
            case SINCE -> format(text("A date and time such as 2026-01-31T09:00:00Z."), "date-time");
            case NAME -> text("Name of the file, with its ending.");
            case CONTENT -> {
                Map<String, Object> content = text("The content of the file in base64.");
                content.put("contentEncoding", "base64");
                content.put("pattern", "^[A-Za-z0-9+/\\s]+={0,2}\\s*$");
                yield content;
            }
            case CONTENT_TYPE -> text("Content type of the file, such as application/pdf; by default by its name.");
            case TITLE -> text("Title of the document; by default the name of the file.");
            case VALUE -> text("A phone number or an e-mail address.");
            case TYPE -> {
                Map<String, Object> type = text("What the value is; by default as it looks.");
                type.put("enum", List.of("email", "phone"));
                yield type;
            }
            case SEARCH_IN -> names("API names of the modules to look in.");
            case ENTITIES -> entities();
            case ASSIGNED_TO -> id("A record id, that of the user or group who will own the new records.");
            case TRANSFER_TO -> {
                Map<String, Object> heir = text("Which of the new records gets what is related to the lead.");
                heir.put("enum", List.of("Accounts", "Contacts"));
                yield heir;
            }
        };
    }

    private Map<String, Object> module() {
        if (action == CrmAction.UPLOAD_IMAGE && module.isEmpty()) {
            Map<String, Object> any = type("string");
            any.put("enum", UploadHandler.WITH_IMAGES.stream().sorted().toList());
            return any;
        }
        return module.map(known -> only(known.module().name()))
                .orElseGet(() -> text("API name of a module, as list-modules returns it."));
    }

    /** A file has an id of its own, and the images of contacts and products are downloaded as well. */
    private Map<String, Object> id() {
        return module.filter(known -> !ofRelated && action != CrmAction.DOWNLOAD_FILE)
                .map(known -> id(known.module()))
                .orElseGet(() -> id("A record id, such as 12x34."));
    }

    private Map<String, Object> record() {
        if (module.isEmpty()) {
            Map<String, Object> any = type("object");
            any.put("description", "Fields and values, as get-json-schema describes them for the module.");
            return any;
        }
        return module.get().sent(kind(), byName);
    }

    private WriteKind kind() {
        return switch (action.operation()) {
            case CREATE -> WriteKind.CREATE;
            case UPSERT -> WriteKind.UPSERT;
            default -> WriteKind.REVISE;
        };
    }

    private Map<String, Object> entities() {
        Map<String, Object> entities = type("object");
        entities.put(
                "description",
                "What the lead becomes: an object of fields and values for each module, in which those of the lead"
                        + " are filled in. By default a contact, and an account if the lead has a company.");
        Map<String, Object> properties = new LinkedHashMap<>();
        List.of("Accounts", "Contacts", "Potentials").forEach(name -> properties.put(name, type("object")));
        entities.put("properties", properties);
        entities.put("additionalProperties", false);
        entities.put("minProperties", 1);
        return entities;
    }

    private String fields() {
        return module.filter(known -> action != CrmAction.QUERY_RELATED_RECORDS || ofRelated)
                .map(known -> " The fields of " + known.module().name() + ": "
                        + known.module().fields().stream().map(Field::name).collect(Collectors.joining(", ")) + ".")
                .orElse("");
    }

    private static Map<String, Object> only(String value) {
        Map<String, Object> schema = type("string");
        schema.put("const", value);
        return schema;
    }

    private static Map<String, Object> id(ModuleDescription module) {
        Map<String, Object> schema =
                text("A record id of " + module.name() + ", such as " + module.idPrefix() + "x34.");
        schema.put("pattern", "^" + module.idPrefix() + NUMBER_OF_RECORD);
        return schema;
    }

    private static Map<String, Object> id(String description) {
        Map<String, Object> schema = text(description);
        schema.put("pattern", "^(0|[1-9][0-9]{0,8})" + NUMBER_OF_RECORD);
        return schema;
    }

    private static Map<String, Object> format(Map<String, Object> schema, String format) {
        schema.put("format", format);
        return schema;
    }

    private static Map<String, Object> names(String description) {
        Map<String, Object> schema = type("array");
        schema.put("description", description);
        Map<String, Object> name = type("string");
        name.put("minLength", 1);
        schema.put("items", name);
        schema.put("minItems", 1);
        return schema;
    }

    private static Map<String, Object> text(String description) {
        Map<String, Object> schema = type("string");
        schema.put("description", description);
        schema.put("minLength", 1);
        return schema;
    }

    private static Map<String, Object> type(String type) {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", type);
        return schema;
    }
}
