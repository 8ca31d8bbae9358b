package io.github.camelvtiger.values;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Tasks, events and e-mails are one table of the server, which tells them apart by their type and not by the module that
 * they were created for: a task without its type is answered with an id under which it cannot be found
 * ({@code webservice.md §10}).
 */
public final class ActivityTypes {

    private static final String FIELD = "activitytype";
    private static final Map<String, String> TYPES = Map.of("Calendar", "Task", "Emails", "Emails");
    private static final String EVENTS = "Events";

    private ActivityTypes() {}

    /** The record with the type of the module, if it is a new one that names none. */
    public static Map<String, Object> completed(WriteKind kind, String module, Map<String, Object> record) {
        String own = TYPES.get(module);
        if (kind != WriteKind.CREATE || own == null || !isBlank(record.get(FIELD))) {
            return record;
        }
        Map<String, Object> completed = new LinkedHashMap<>(record);
        completed.put(FIELD, own);
        return completed;
    }

    /** Whether a field is the one that decides between the modules. */
    public static boolean isType(String field) {
        return field.equals(FIELD);
    }

    /** The only type that records of the module have; empty if there are several, or none. */
    public static Optional<String> only(String module) {
        return Optional.ofNullable(TYPES.get(module));
    }

    /** What is wrong with a type that would put the record into another module. */
    static Optional<String> fault(String module, String field, WireValue value) {
        if (!field.equals(FIELD)) {
            return Optional.empty();
        }
        String type = Objects.toString(value.value(), "");
        String own = TYPES.get(module);
        if (own != null && !own.equals(type)) {
            return Optional.of("must be " + own + " in " + module + "; records of other types are those of "
                    + (module.equals("Calendar") ? EVENTS : "Events and Calendar"));
        }
        return module.equals(EVENTS) ? other(type) : Optional.empty();
    }

    /** The server leaves both types out of the events, whatever their case; under an event's id no query finds the record. */
    private static Optional<String> other(String type) {
        return TYPES.entrySet().stream()
                .filter(own -> own.getValue().equalsIgnoreCase(type.strip()))
                .map(own -> "makes the record one of " + own.getKey() + "; write it with the module " + own.getKey())
                .findFirst();
    }

    private static boolean isBlank(Object value) {
        return Objects.toString(ValueForms.unwrapped(value), "").isBlank();
    }
}
