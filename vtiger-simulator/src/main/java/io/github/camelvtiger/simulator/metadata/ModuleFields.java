package io.github.camelvtiger.simulator.metadata;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

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

    /**
     * @param administratorsOnly names of fields that other users do not have: of two with one column they have the first
     * @param labelColumns the server names the columns of the label; they are fields under another name in HelpDesk and Documents
     */
    static ModuleFields of(List<FieldMetadata> fields, Set<String> administratorsOnly, List<String> labelColumns) {
        List<FieldMetadata> ofOthers = fields.stream()
                .filter(field -> !administratorsOnly.contains(field.name()))
                .toList();
        return new ModuleFields(
                List.copyOf(fields), byColumn(ofOthers), labelFields(labelColumns, fields), indexes(fields));
    }

    /** Alphabetical, the underscore after the letters; the id and what is not a column stay last ({@code webservice.md §5}). */
    private static List<FieldMetadata> byColumn(List<FieldMetadata> fields) {
        List<String> names = fields.stream().map(FieldMetadata::name).toList();
        int columns = names.contains("id") ? names.indexOf("id") : names.size();
        return Stream.concat(
                        fields.stream().limit(columns).sorted(Comparator.comparing(field -> field.columnName()
                                .toUpperCase(Locale.ROOT))),
                        fields.stream().skip(columns))
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
