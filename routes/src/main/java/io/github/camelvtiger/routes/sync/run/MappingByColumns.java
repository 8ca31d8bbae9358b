package io.github.camelvtiger.routes.sync.run;

import io.github.camelvtiger.routes.sync.mapping.MappedRow;
import io.github.camelvtiger.routes.sync.mapping.RowMapping;
import io.github.camelvtiger.routes.sync.rows.Row;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** A mapping for rows that do not all have the same columns. */
final class MappingByColumns implements RowMapping {

    /** Whoever sends messages may think of new columns each time. */
    private static final int KEPT = 100;

    private final Function<Row, List<String>> columns;
    private final Function<List<String>, RowMapping> mapper;
    private final Map<List<String>, RowMapping> mappings = new HashMap<>();

    /**
     * @param columns of a row
     * @param mapper makes the mapping for some columns
     */
    MappingByColumns(Function<Row, List<String>> columns, Function<List<String>, RowMapping> mapper) {
        this.columns = columns;
        this.mapper = mapper;
    }

    /** With the mapping for these columns, which is made at once: one that does not fit is a fault before any row. */
    MappingByColumns beginningWith(List<String> first) {
        mappings.put(first, mapper.apply(first));
        return this;
    }

    private RowMapping of(Row row) {
        if (mappings.size() > KEPT) {
            mappings.clear();
        }
        return mappings.computeIfAbsent(columns.apply(row), mapper);
    }

    @Override
    public MappedRow map(Row row) {
        return of(row).map(row);
    }

    @Override
    public Optional<Map<String, Object>> key(Row row) {
        return of(row).key(row);
    }
}
