package io.github.camelvtiger.routes.csv;

import io.github.camelvtiger.routes.sync.rows.BadFileException;
import io.github.camelvtiger.routes.sync.rows.CellText;
import io.github.camelvtiger.routes.sync.rows.CsvRow;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which field of a module each column of a CSV file is.
 *
 * @param fields the field's API name per column; null for the column of reasons, which is not the CRM's
 */
record ColumnMapping(List<String> fields) {

    /** The column that a rejected row gets: a file of rejected rows can be corrected and dropped again as it is. */
    static final String REASON = "reason";

    /** The field by which a row revises a record instead of creating one. */
    static final String ID = "id";

    /**
     * @param header the titles of the file: API names or labels, in any case
     * @param description what {@code describe} answers for the module
     * @throws BadFileException with all columns that no field, or more than one, answers to, and those that mean one field
     */
    static ColumnMapping of(List<String> header, Map<String, Object> description) {
        Map<String, List<String>> known = namesByWord(description);
        List<String> fields = new ArrayList<>();
        List<String> unknown = new ArrayList<>();
        List<String> faults = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        for (int column = 0; column < header.size(); column++) {
            String title = header.get(column);
            List<String> candidates = known.getOrDefault(word(title), List.of());
            String field = candidates.size() == 1 ? candidates.get(0) : null;
            fields.add(field);
            if (title.isEmpty()) {
                faults.add(
                        "Column " + (column + 1) + " has no name; the first line must name the field of each column.");
            } else if (candidates.size() > 1) {
                faults.add("The column '" + title + "' may mean " + String.join(" or ", candidates)
                        + "; write one of these names.");
            } else if (field == null && !isReason(title)) {
                unknown.add("'" + title + "'");
            } else if (field != null && !taken.add(field)) {
                faults.add("The column '" + title + "' means the field " + field
                        + ", which another column means as well; remove one of them.");
            }
        }
        if (!unknown.isEmpty()) {
            faults.add(unknown(unknown, description));
        }
        if (!faults.isEmpty()) {
            throw new BadFileException(String.join(" ", faults));
        }
        return new ColumnMapping(fields);
    }

    static boolean isReason(String title) {
        return word(title).equals(REASON);
    }

    private static String unknown(List<String> titles, Map<String, Object> description) {
        return (titles.size() == 1 ? "The column " : "The columns ") + String.join(", ", titles)
                + (titles.size() == 1 ? " is not a field of " : " are not fields of ") + description.get("name")
                + "; the first line must hold names or labels of its fields: " + listed(description) + ".";
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

    /** Titles are compared without regard to case, to the kind of spaces, and to how accents are composed. */
    private static String word(Object text) {
        return Normalizer.normalize(CellText.strip(String.valueOf(text)), Normalizer.Form.NFC)
                .replaceAll("[\\s\\p{Z}]+", " ")
                .toLowerCase(Locale.ROOT);
    }

    /** The column of a field, or -1. */
    int column(String field) {
        return fields.indexOf(field);
    }

    /** The id of the record that a row revises; empty for a row that creates one. */
    String id(CsvRow row) {
        int column = column(ID);
        return column < 0 || column >= row.cells().size()
                ? ""
                : CellText.strip(row.cells().get(column));
    }

    /**
     * The record of a row; empty cells are left out, so that the CRM applies its defaults.
     *
     * @throws BadFileException when the row has more or fewer cells than there are titles, or a zero byte in a cell
     */
    Map<String, Object> record(CsvRow row) {
        List<String> cells = row.cells().stream().map(CellText::strip).toList();
        if (cells.size() != fields.size()) {
            throw new BadFileException(
                    "it has " + cells.size() + " cells, but the first line names " + fields.size() + " columns.");
        }
        Map<String, Object> record = new LinkedHashMap<>();
        for (int column = 0; column < fields.size(); column++) {
            String field = fields.get(column);
            if (field != null && !cells.get(column).isEmpty()) {
                record.put(field, text(field, cells.get(column)));
            }
        }
        return record;
    }

    private static String text(String field, String cell) {
        if (cell.indexOf(0) >= 0) {
            throw new BadFileException("its value of " + field + " has a zero byte in it; remove it.");
        }
        return cell;
    }
}
