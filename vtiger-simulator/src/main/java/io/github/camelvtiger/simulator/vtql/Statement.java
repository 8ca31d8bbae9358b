package io.github.camelvtiger.simulator.vtql;

import java.util.List;

/**
 * A query that keeps to the grammar; whether its names exist is not known.
 *
 * @param columns names as written; {@code *} for all
 * @param conditions in order, AND binding tighter than OR
 * @param descending the direction of the last order column; the others ascend
 * @param limit none, one or two literals
 */
record Statement(
        String module,
        List<String> columns,
        boolean count,
        List<Condition> conditions,
        List<String> orderBy,
        boolean descending,
        List<String> limit) {}
