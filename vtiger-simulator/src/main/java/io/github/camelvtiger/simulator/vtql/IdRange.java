package io.github.camelvtiger.simulator.vtql;

import io.github.camelvtiger.simulator.store.ModuleTable;
import io.github.camelvtiger.simulator.store.StoredRow;
import java.util.Collection;
import java.util.List;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Record numbers that may pass a filter, so that a keyset page does not look at what lies before it.
 *
 * @param numbers the only ones that may; null for all between the bounds
 * @param from first
 * @param to last
 */
record IdRange(SortedSet<Long> numbers, long from, long to) {

    static final IdRange ALL = new IdRange(null, Long.MIN_VALUE, Long.MAX_VALUE);

    /** Narrowed by one test of the id. */
    IdRange and(TokenType operator, Collection<Double> values) {
        double value = values.iterator().next();
        return switch (operator) {
            case GT -> bounded((long) Math.floor(value) + 1, to);
            case GTE -> bounded((long) Math.ceil(value), to);
            case LT -> bounded(from, (long) Math.ceil(value) - 1);
            case LTE -> bounded(from, (long) Math.floor(value));
            case EQ, IN -> only(values);
            default -> this;
        };
    }

    /** Ascending, or descending. */
    Iterable<StoredRow> rows(ModuleTable table, boolean descending) {
        if (numbers != null) {
            TreeSet<Long> ordered = new TreeSet<>(numbers);
            return (descending ? ordered.descendingSet() : ordered)
                    .stream().map(table.rows()::get).filter(Objects::nonNull).toList();
        }
        if (from > to) {
            return List.of();
        }
        NavigableMap<Long, StoredRow> rows = table.rows().subMap(from, true, to, true);
        return (descending ? rows.descendingMap() : rows).values();
    }

    private IdRange bounded(long newFrom, long newTo) {
        return new IdRange(numbers, Math.max(from, newFrom), Math.min(to, newTo));
    }

    private IdRange only(Collection<Double> values) {
        SortedSet<Long> wanted = new TreeSet<>();
        values.forEach(value -> wanted.add(value.longValue()));
        if (numbers != null) {
            wanted.retainAll(numbers);
        }
        return new IdRange(wanted, from, to);
    }
}
