package io.github.camelvtiger.routes.sync.rows;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The titles of a table, and rows of cells by them. */
final class Titles {

    /** Titles by position; those of a file of rejects are among them. */
    private final List<String> all;

    /**
     * @param all without empty ones at the end
     * @throws BadFileException with every title that is missing or there twice
     */
    Titles(List<String> all) {
        this.all = List.copyOf(all);
        List<String> faults = new ArrayList<>();
        Map<String, Integer> first = new LinkedHashMap<>();
        for (int column = 1; column <= all.size(); column++) {
            String title = all.get(column - 1);
            Integer before = first.putIfAbsent(title, column);
            if (title.isEmpty()) {
                faults.add("Column " + column + " has no title; give each column one, or remove the column.");
            } else if (before != null) {
                faults.add("The columns " + before + " and " + column + " have the same title '" + title
                        + "'; rename or remove one of them.");
            }
        }
        if (!faults.isEmpty()) {
            throw new BadFileException(String.join(" ", faults));
        }
    }

    /** Those of the source itself. */
    List<String> columns() {
        return all.stream().filter(title -> !RejectColumns.contains(title)).toList();
    }

    int count() {
        return all.size();
    }

    /**
     * A row whose cells lie under the titles. Those beyond the last title are named {@code column 7} by their position.
     *
     * @param fault what is wrong with one of the cells
     */
    Row row(long number, String place, List<?> values, Optional<String> fault) {
        Map<String, Object> cells = new LinkedHashMap<>();
        for (int column = 0; column < values.size(); column++) {
            cells.put(column < all.size() ? all.get(column) : "column " + (column + 1), values.get(column));
        }
        cells.remove(RejectColumns.REASON);
        Optional<String> reject = Optional.ofNullable(cells.remove(RejectColumns.REJECT))
                .map(String::valueOf)
                .filter(id -> !id.isEmpty());
        return new Row(number, place, cells, reject, fault);
    }
}
