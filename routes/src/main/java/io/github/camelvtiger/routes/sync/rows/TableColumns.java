package io.github.camelvtiger.routes.sync.rows;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The columns of a table of records: those that were asked for, else the fields of the first record. */
final class TableColumns {

    private final boolean given;
    private Map<String, String> titles;

    /** @param titles names of fields to titles, in the order of the columns; may be empty */
    TableColumns(Map<String, String> titles) {
        this.given = !titles.isEmpty();
        this.titles = titles;
    }

    List<String> titles() {
        return List.copyOf(titles.values());
    }

    /** @throws UnwritableRowException if the record has a field for which the table has no column, though none was left out */
    List<Object> cells(Map<String, ?> record) {
        if (titles.isEmpty()) {
            titles = new LinkedHashMap<>();
            record.keySet().forEach(name -> titles.put(name, name));
        }
        if (!given && !titles.keySet().containsAll(record.keySet())) {
            List<String> unknown = new ArrayList<>(record.keySet());
            unknown.removeAll(titles.keySet());
            throw new UnwritableRowException(
                    "The record has fields that the file has no column for, since its first record did not have them: "
                            + String.join(", ", unknown) + ".");
        }
        List<Object> cells = new ArrayList<>();
        titles.keySet().forEach(name -> cells.add(record.get(name)));
        return cells;
    }
}
