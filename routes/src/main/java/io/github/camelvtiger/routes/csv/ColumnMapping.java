package io.github.camelvtiger.routes.csv;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which field of a module each column of a CSV file is.
 *
 * @param fields the field's API name per column; null for the column of reasons, which is not the CRM's
 */
record ColumnMapping(List<String> fields) {

    /** The column that a rejected row gets: a file of rejected rows can be mended and dropped again as it is. */
    static final String REASON = "reason";

    /**
     * @param header the first line of the file: API names or labels, in any case
     * @param description what {@code describe} answers for the module
     * @throws BadCsvException for a column that no field answers to, and for two columns of one field
     */
    static ColumnMapping of(List<String> header, Map<String, Object> description) {
        Map<String, List<String>> known = namesByWord(description);
        List<String> fields = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        for (int column = 0; column < header.size(); column++) {
            String field = fieldOf(header.get(column), column, known, description);
            if (field != null && !taken.add(field)) {
                throw new BadCsvException("The column '" + header.get(column) + "' means the field " + field
                        + ", which another column means as well; remove one of them.");
            }
            fields.add(field);
        }
        return new ColumnMapping(fields);
    }

    private static String fieldOf(
            String title, int column, Map<String, List<String>> known, Map<String, Object> description) {
        String word = word(title);
        if (word.isEmpty()) {
            throw new BadCsvException(
                    "Column " + (column + 1) + " has no name; the first line must name the field of each column.");
        }
        List<String> candidates = known.getOrDefault(word, List.of());
        if (candidates.size() == 1) {
            return candidates.get(0);
        }
        if (candidates.isEmpty() && word.equals(REASON)) {
            return null;
        }
        throw new BadCsvException(
                candidates.isEmpty()
                        ? "The column '" + title + "' is no field of " + description.get("name")
                                + "; the first line must hold names or labels of its fields: " + listed(description)
                                + "."
                        : "The column '" + title + "' may mean " + String.join(" or ", candidates)
                                + "; write one of these names.");
    }

    /** Names win over labels: a label may be the name of another field. */
    private static Map<String, List<String>> namesByWord(Map<String, Object> description) {
        Map<String, List<String>> known = new LinkedHashMap<>();
        for (Map<?, ?> field : fields(description)) {
            known.put(word(field.get("name")), List.of(String.valueOf(field.get("name"))));
        }
        Map<String, List<String>> byLabel = fields(description).stream()
                .collect(Collectors.groupingBy(
                        field -> word(field.get("label")),
                        Collectors.mapping(field -> String.valueOf(field.get("name")), Collectors.toList())));
        byLabel.forEach(known::putIfAbsent);
        return known;
    }

    private static String listed(Map<String, Object> description) {
        return fields(description).stream()
                .map(field -> field.get("name") + " (" + field.get("label") + ")")
                .collect(Collectors.joining(", "));
    }

    @SuppressWarnings("unchecked")
    private static List<Map<?, ?>> fields(Map<String, Object> description) {
        return (List<Map<?, ?>>) description.get("fields");
    }

    private static String word(Object text) {
        return String.valueOf(text).strip().toLowerCase();
    }

    /** The record of a row; empty cells are left out, so that the CRM applies its defaults. */
    Map<String, Object> record(List<String> cells) {
        Map<String, Object> record = new LinkedHashMap<>();
        for (int column = 0; column < fields.size(); column++) {
            if (fields.get(column) != null && !cells.get(column).isBlank()) {
                record.put(fields.get(column), cells.get(column));
            }
        }
        return record;
    }
}
