package io.github.camelvtiger.operation;

import io.github.camelvtiger.client.ModuleDescription;
import io.github.camelvtiger.client.ModuleDescription.Field;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The JSON Schema of an action's input. */
final class ActionSchema {

    private static final String ID_PATTERN = "^[0-9]+x[0-9]+$";

    private ActionSchema() {}

    /** @param module describes the fields of {@code record}; without it any field is allowed */
    static Map<String, Object> of(CrmAction action, Optional<ModuleDescription> module) {
        Map<String, Object> properties = new LinkedHashMap<>();
        for (CrmAction.Input input : action.inputs()) {
            properties.put(input.jsonName(), property(action, input, module));
        }
        Map<String, Object> schema = object(properties);
        schema.put(
                "required",
                action.inputs().stream().map(CrmAction.Input::jsonName).toList());
        schema.put("additionalProperties", false);
        return schema;
    }

    private static Map<String, Object> property(
            CrmAction action, CrmAction.Input input, Optional<ModuleDescription> module) {
        return switch (input) {
            case MODULE ->
                module.map(known -> text("const", known.name()))
                        .orElseGet(() -> text("description", "API name of a module, as list-modules gives it."));
            case ID -> text("pattern", ID_PATTERN);
            case QUERY -> text("description", "VTQL, such as: SELECT * FROM Contacts WHERE lastname = 'Smith'");
            case RECORD -> module.map(known -> record(action, known)).orElseGet(() -> object(Map.of()));
        };
    }

    private static Map<String, Object> record(CrmAction action, ModuleDescription module) {
        List<Field> writable = module.fields().stream().filter(Field::editable).toList();
        Map<String, Object> properties = new LinkedHashMap<>();
        writable.forEach(field -> properties.put(field.name(), field(field)));
        Map<String, Object> schema = object(properties);
        if (action == CrmAction.CREATE_RECORD) {
            schema.put(
                    "required",
                    writable.stream()
                            .filter(ActionSchema::mustBeSent)
                            .map(Field::name)
                            .toList());
        }
        return schema;
    }

    /** The owner is the connection's own user where none is sent. */
    private static boolean mustBeSent(Field field) {
        return field.mandatory() && !field.type().equals("owner");
    }

    private static Map<String, Object> field(Field field) {
        Map<String, Object> schema =
                switch (field.type()) {
                    case "boolean" -> type(List.of("string", "boolean"));
                    case "integer", "double", "currency" -> type(List.of("string", "number"));
                    case "reference", "owner" -> text("pattern", "^([0-9]+x[0-9]+)?$");
                    default -> type("string");
                };
        schema.put("title", field.label());
        if (field.type().equals("picklist")) {
            schema.put("examples", field.picklistValues());
        }
        return schema;
    }

    private static Map<String, Object> text(String keyword, String value) {
        Map<String, Object> schema = type("string");
        schema.put(keyword, value);
        return schema;
    }

    private static Map<String, Object> object(Map<String, Object> properties) {
        Map<String, Object> schema = type("object");
        schema.put("properties", properties);
        return schema;
    }

    private static Map<String, Object> type(Object type) {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", type);
        return schema;
    }
}
