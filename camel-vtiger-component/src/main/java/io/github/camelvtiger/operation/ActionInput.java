package io.github.camelvtiger.operation;

import io.github.camelvtiger.client.FailureContext;
import io.github.camelvtiger.client.InvalidRecordException;
import io.github.camelvtiger.client.RecordId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The input of an action, checked: everything it needs is there and of the right kind, and nothing else. */
final class ActionInput {

    private final Map<?, ?> values;

    /** @throws InvalidRecordException naming all faults at once */
    ActionInput(CrmAction action, Object body) {
        Object given = body == null ? Map.of() : body;
        List<String> faults = new ArrayList<>();
        if (given instanceof Map<?, ?> map) {
            values = map;
            action.inputs().forEach(input -> check(input, map.get(input.jsonName()), faults));
            checkIds(map, faults);
            List<String> known =
                    action.inputs().stream().map(CrmAction.Input::jsonName).toList();
            map.keySet().stream()
                    .filter(key -> !known.contains(String.valueOf(key)))
                    .forEach(key -> faults.add("'" + key + "' is not known to it"));
        } else {
            values = Map.of();
            faults.add("the body is not a JSON object");
        }
        if (!faults.isEmpty()) {
            throw new InvalidRecordException(
                    "The input of the action " + action.key() + " does not match its schema: "
                            + String.join("; ", faults) + ".",
                    FailureContext.of(action.operation().uriName(), null, null));
        }
    }

    private static void check(CrmAction.Input input, Object value, List<String> faults) {
        String name = input.jsonName();
        if (value == null) {
            faults.add("'" + name + "' is missing");
        } else if (input == CrmAction.Input.RECORD) {
            if (!(value instanceof Map)) {
                faults.add("'" + name + "' must be an object of fields and values");
            }
        } else if (!(value instanceof CharSequence || value instanceof RecordId)
                || value.toString().isBlank()) {
            faults.add("'" + name + "' must be a text");
        }
    }

    /** The id of the record is that of the input. */
    private static void checkIds(Map<?, ?> input, List<String> faults) {
        Object id = input.get(CrmAction.Input.ID.jsonName());
        if (id != null
                && input.get(CrmAction.Input.RECORD.jsonName()) instanceof Map<?, ?> record
                && record.get("id") != null
                && !record.get("id").toString().equals(id.toString())) {
            faults.add("'record' is " + record.get("id") + ", but 'id' is " + id);
        }
    }

    String text(CrmAction.Input input) {
        return values.get(input.jsonName()).toString();
    }

    Map<String, Object> record() {
        Map<String, Object> record = new LinkedHashMap<>();
        ((Map<?, ?>) values.get(CrmAction.Input.RECORD.jsonName()))
                .forEach((field, value) -> record.put(String.valueOf(field), value));
        return record;
    }
}
