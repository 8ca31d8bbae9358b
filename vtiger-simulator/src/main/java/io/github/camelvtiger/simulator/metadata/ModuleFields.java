package io.github.camelvtiger.simulator.metadata;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The fields of one module.
 *
 * @param fields in the order of answers to administrators
 * @param byColumn in the order of answers to other users
 * @param label names of those whose values, joined by a blank, are a record's label
 * @param indexes places in {@code fields} by name
 */
record ModuleFields(
        List<FieldMetadata> fields, List<FieldMetadata> byColumn, List<String> label, Map<String, Integer> indexes) {

    /** @param labelColumns the server names the columns of the label; they are fields under another name in HelpDesk and Documents */
    static ModuleFields of(List<FieldMetadata> fields, List<String> labelColumns) {
        return new ModuleFields(
                List.copyOf(fields), byColumn(fields), labelFields(labelColumns, fields), indexes(fields));
    }

    /** Alphabetical, the underscore behind the letters and the id last ({@code webservice.md §5}). */
    private static List<FieldMetadata> byColumn(List<FieldMetadata> fields) {
        Comparator<FieldMetadata> idLast =
                Comparator.comparing(field -> field.name().equals("id"));
        return fields.stream()
                .sorted(idLast.thenComparing(field -> field.columnName().toUpperCase(Locale.ROOT)))
                .toList();
    }

    private static List<String> labelFields(List<String> columns, List<FieldMetadata> fields) {
        return columns.stream()
                .map(column -> fields.stream()
                        .filter(field -> field.columnName().equals(column))
                        .map(FieldMetadata::name)
                        .findFirst()
                        .orElseThrow())
                .toList();
    }

    private static Map<String, Integer> indexes(List<FieldMetadata> fields) {
        Map<String, Integer> indexes = new HashMap<>();
        for (int i = 0; i < fields.size(); i++) {
            indexes.put(fields.get(i).name(), i);
        }
        return Map.copyOf(indexes);
    }
}
