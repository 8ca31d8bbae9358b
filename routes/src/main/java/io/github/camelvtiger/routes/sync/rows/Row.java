package io.github.camelvtiger.routes.sync.rows;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * One row of a source.
 *
 * @param number counted from 1 over the rows that hold something; the same each time the same bytes are read
 * @param place where a person finds it, such as {@code line 12} or {@code sheet Leads, row 12}
 * @param cells names of columns to values, in the order of the columns: texts from CSV; texts, numbers, booleans, null, lists
 *     and maps from JSON; texts, numbers, booleans and times from XLSX, whose empty cells are empty texts
 * @param module of the target, if the source says for which one the row is
 * @param reject the id of the reject that this row was, if it comes from a file of rejects
 * @param fault why the row cannot be taken, in one sentence; the cells are then what could be read
 */
public record Row(
        long number,
        String place,
        Map<String, Object> cells,
        Optional<String> module,
        Optional<String> reject,
        Optional<String> fault) {

    public Row {
        cells = Collections.unmodifiableMap(new LinkedHashMap<>(cells));
    }

    /** A row that may be for any module. */
    public Row(long number, String place, Map<String, Object> cells, Optional<String> reject, Optional<String> fault) {
        this(number, place, cells, Optional.empty(), reject, fault);
    }

    /** A row that does not come from a file of rejects. */
    public Row(long number, String place, Map<String, Object> cells, Optional<String> fault) {
        this(number, place, cells, Optional.empty(), fault);
    }
}
