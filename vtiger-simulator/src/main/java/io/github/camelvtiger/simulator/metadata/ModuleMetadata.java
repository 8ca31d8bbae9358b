package io.github.camelvtiger.simulator.metadata;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One module (or actor type) as data.
 *
 * @param described the answer of {@code describe}, key order kept
 */
public record ModuleMetadata(
        String name,
        String label,
        String singular,
        int idPrefix,
        boolean entity,
        List<FieldMetadata> fields,
        List<String> labelFields,
        Map<String, Object> described,
        Map<String, Integer> indexes) {

    public static Map<String, Integer> indexesOf(List<FieldMetadata> fields) {
        Map<String, Integer> indexes = new HashMap<>();
        for (int i = 0; i < fields.size(); i++) {
            indexes.put(fields.get(i).name(), i);
        }
        return Map.copyOf(indexes);
    }

    /** @return the place of the field in {@link #fields}; -1 where the module has no such field (case-sensitive) */
    public int fieldIndex(String field) {
        return indexes.getOrDefault(field, -1);
    }
}
