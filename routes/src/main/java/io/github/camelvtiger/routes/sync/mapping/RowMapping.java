package io.github.camelvtiger.routes.sync.mapping;

import io.github.camelvtiger.routes.sync.rows.Row;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes records of rows. */
public interface RowMapping {

    /** Never throws for what a row holds. */
    MappedRow map(Row row);

    /**
     * The fields by which the record of a row is found, whatever the rest of the row holds; empty if the row does not say, or not
     * soundly.
     */
    Optional<Map<String, Object>> key(Row row);

    /** Columns whose values become nothing although nobody asked for that. */
    default List<String> unknownColumns() {
        return List.of();
    }
}
