package io.github.camelvtiger.simulator.metadata;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One module (or actor type) as data.
 *
 * @param label as {@code listtypes} gives it; {@code describe} may have another one
 * @param entity false for an actor type: a plain table such as Groups, without owner, label or recycle bin
 * @param numbering empty for modules without record numbers
 * @param content its fields
 * @param described the answer of {@code describe}, key order kept
 */
public record ModuleMetadata(
        String name,
        String label,
        String singular,
        int idPrefix,
        boolean entity,
        Optional<RecordNumbering> numbering,
        Lazy<ModuleFields> content,
        Map<String, Object> described) {

    private static final Set<Integer> FILE_TYPES = Set.of(28, 61, 69);

    /** In the order of answers to administrators. */
    public List<FieldMetadata> fields() {
        return content.get().fields();
    }

    /** In the order of answers to other users if the module is not an actor type. */
    List<FieldMetadata> fieldsByColumn() {
        return content.get().byColumn();
    }

    /** Fields whose values, joined by a blank, are a record's label. */
    public List<String> labelFields() {
        return content.get().label();
    }

    /** Places in {@link #fields} by name. */
    public Map<String, Integer> indexes() {
        return content.get().indexes();
    }

    /** Whether a field of the module is a file or an image: its records show which files belong to them. */
    public boolean keepsFiles() {
        return fields().stream().anyMatch(field -> FILE_TYPES.contains(field.uiType()));
    }

    /** @return the place of the field in {@link #fields}; -1 if the module has no such field (case-sensitive) */
    public int fieldIndex(String field) {
        return indexes().getOrDefault(field, -1);
    }

    public Optional<FieldMetadata> field(String name) {
        int index = fieldIndex(name);
        return index < 0 ? Optional.empty() : Optional.of(fields().get(index));
    }
}
