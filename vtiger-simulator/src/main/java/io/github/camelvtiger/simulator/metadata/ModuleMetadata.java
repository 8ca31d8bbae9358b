package io.github.camelvtiger.simulator.metadata;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One module (or actor type) as data.
 *
 * @param label as {@code listtypes} gives it; {@code describe} may have another one
 * @param entity false for an actor type: a plain table such as Groups, without owner, label or recycle bin
 * @param labelFields fields whose values, joined by a blank, are a record's label
 * @param numbering empty for modules without record numbers
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
        Optional<RecordNumbering> numbering,
        Map<String, Object> described,
        Map<String, Integer> indexes) {

    private static final Set<Integer> FILE_TYPES = Set.of(28, 61, 69);

    public static Map<String, Integer> indexesOf(List<FieldMetadata> fields) {
        Map<String, Integer> indexes = new HashMap<>();
        for (int i = 0; i < fields.size(); i++) {
            indexes.put(fields.get(i).name(), i);
        }
        return Map.copyOf(indexes);
    }

    /** Whether a field of the module is a file or an image: its records tell which files hang on them. */
    public boolean keepsFiles() {
        return fields.stream().anyMatch(field -> FILE_TYPES.contains(field.uiType()));
    }

    /** @return the place of the field in {@link #fields}; -1 where the module has no such field (case-sensitive) */
    public int fieldIndex(String field) {
        return indexes.getOrDefault(field, -1);
    }

    public Optional<FieldMetadata> field(String name) {
        int index = fieldIndex(name);
        return index < 0 ? Optional.empty() : Optional.of(fields.get(index));
    }
}
