package io.github.camelvtiger.simulator.vtql;

import io.github.camelvtiger.simulator.kind.Kinds;
import io.github.camelvtiger.simulator.metadata.ModuleMetadata;
import io.github.camelvtiger.simulator.store.ModuleTable;
import java.util.Optional;
import java.util.Set;

/**
 * Rows without ORDER BY come as the database reads them ({@code webservice.md §7}): by id, except for a query that wants
 * nothing except the id and a field with an index of its own, which a small table is then read by.
 */
final class IndexOrder {

    /** Of larger tables the plans begin with the table all records share. */
    private static final int SMALL_TABLE = 5_000;

    private IndexOrder() {}

    /** @return the field whose index is read; empty if the rows come by id */
    static Optional<String> of(Statement statement, Set<String> selected, ModuleMetadata module) {
        String field = Kinds.of(module).coveringIndex().orElse("");
        boolean covered =
                selected.stream().allMatch(name -> name.equals("id") || name.equals(field)) && !field.isEmpty();
        return covered
                        && statement.conditions().isEmpty()
                        && statement.orderBy().isEmpty()
                ? Optional.of(field)
                : Optional.empty();
    }

    static boolean readBy(ModuleTable table) {
        return table.rows().keySet().stream().skip(SMALL_TABLE).findAny().isEmpty();
    }
}
