package io.github.camelvtiger.simulator.record;

import io.github.camelvtiger.simulator.metadata.Languages;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Puts the labels of a description into the language of a user. */
record TranslatedLabels(Languages languages, String language, String module) {

    Map<String, Object> of(Map<String, Object> described) {
        return languages.has(language) ? translated(described) : described;
    }

    /** A label is the value of {@code label} or {@code singular}, on whatever level. */
    private Map<String, Object> translated(Map<?, ?> described) {
        Map<String, Object> translated = new LinkedHashMap<>();
        described.forEach((key, value) -> translated.put(
                key.toString(),
                (key.equals("label") || key.equals("singular")) && value instanceof String label
                        ? languages.label(language, module, label)
                        : inside(value)));
        return translated;
    }

    private Object inside(Object value) {
        if (value instanceof Map<?, ?> map) {
            return translated(map);
        }
        return value instanceof List<?> list ? list.stream().map(this::inside).toList() : value;
    }
}
