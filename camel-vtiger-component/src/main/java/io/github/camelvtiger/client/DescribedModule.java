package io.github.camelvtiger.client;

import io.github.camelvtiger.client.ModuleDescription.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads what {@code describe} answers, where an empty object comes as an empty array ({@code webservice.md §1}). */
final class DescribedModule {

    private static final Set<String> DURATIONS = Set.of("duration_hours", "duration_minutes");

    private DescribedModule() {}

    static ModuleDescription of(Map<String, Object> raw) {
        String prefix = text(raw.get("idPrefix"));
        if (!(raw.get("name") instanceof String module)
                || !(raw.get("fields") instanceof List<?> described)
                || !prefix.matches("\\d{1,9}")) {
            throw new IllegalArgumentException("This is not a module with name, idPrefix and fields.");
        }
        List<Field> fields = new ArrayList<>();
        described.forEach(field -> fields.add(field(module, map(field))));
        return new ModuleDescription(
                module, text(raw.get("label")), Integer.parseInt(prefix), List.copyOf(fields), raw);
    }

    private static Field field(String module, Map<?, ?> raw) {
        Map<?, ?> type = map(raw.get("type"));
        String name = text(raw.get("name"));
        return new Field(
                name,
                text(raw.get("label")),
                isDuration(module, name) ? "integer" : text(type.get("name")),
                flag(raw.get("mandatory")),
                flag(raw.get("editable")),
                list(type.get("refersTo")).stream().map(DescribedModule::text).toList(),
                list(type.get("picklistValues")).stream()
                        .map(value -> text(map(value).get("value")))
                        .toList(),
                FieldLengths.of(module, name, type.get("length")));
    }

    /**
     * Whether a field is a part of an activity's duration, which the server computes and answers as a number, whatever type
     * it describes: a time in Calendar, a picklist in Events.
     */
    private static boolean isDuration(String module, String field) {
        return DURATIONS.contains(field) && (module.equals("Calendar") || module.equals("Events"));
    }

    private static Map<?, ?> map(Object value) {
        return value instanceof Map<?, ?> map ? map : Map.of();
    }

    private static List<?> list(Object value) {
        return value instanceof List<?> list ? list : List.of();
    }

    private static String text(Object value) {
        return value == null ? "" : String.valueOf(value);
    }

    /** Some flags come as text ({@code webservice.md §6}). */
    private static boolean flag(Object value) {
        return Boolean.TRUE.equals(value) || "1".equals(value);
    }
}
