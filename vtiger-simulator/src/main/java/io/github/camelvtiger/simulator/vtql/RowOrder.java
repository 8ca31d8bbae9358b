package io.github.camelvtiger.simulator.vtql;

import io.github.camelvtiger.simulator.metadata.ModuleMetadata;
import io.github.camelvtiger.simulator.store.StoredRow;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The order of the rows, and how to find the first of them without sorting all.
 *
 * @param comparator null if the order is that of the ids, in which the rows lie
 * @param descending of the ids
 */
record RowOrder(Comparator<StoredRow> comparator, boolean descending) {

    /** @throws HiddenSqlError for a field that the module does not have */
    static RowOrder of(Statement statement, QueryFields fields) {
        List<QueryColumn> columns = new ArrayList<>();
        for (String field : statement.orderBy()) {
            columns.add(fields.named(field)
                    .orElseThrow(() -> new HiddenSqlError("there is no field " + field + " to order by")));
        }
        if (columns.isEmpty() || columns.get(0).kind() == QueryColumn.Kind.ID) {
            return new RowOrder(null, columns.size() == 1 && statement.descending());
        }
        Comparator<StoredRow> comparator = null;
        for (int i = 0; i < columns.size(); i++) {
            Comparator<StoredRow> next = columns.get(i).order();
            // The one direction belongs to the last column only.
            if (statement.descending() && i == columns.size() - 1) {
                next = next.reversed();
            }
            comparator = comparator == null ? next : comparator.thenComparing(next);
        }
        return new RowOrder(comparator.thenComparingLong(StoredRow::number), false);
    }

    /** @return empty if the rows come by id */
    static Optional<RowOrder> ofIndex(Statement statement, Set<String> selected, ModuleMetadata module) {
        return IndexOrder.of(statement, selected, module)
                .flatMap(field -> QueryColumn.of(module, field))
                .map(column -> new RowOrder(column.order().thenComparingLong(StoredRow::number), false));
    }

    /** The same order, in which the other one decides when this one does not. */
    RowOrder then(Comparator<StoredRow> other) {
        return comparator == null ? this : new RowOrder(comparator.thenComparing(other), descending);
    }

    /** @param candidates in the order of ids, descending if this order is */
    List<StoredRow> select(Iterable<StoredRow> candidates, Predicate<StoredRow> passing, Limit limit) {
        if (limit.count() == 0) {
            return List.of();
        }
        return comparator == null ? first(candidates, passing, limit) : least(candidates, passing, limit);
    }

    private static List<StoredRow> first(Iterable<StoredRow> candidates, Predicate<StoredRow> passing, Limit limit) {
        List<StoredRow> rows = new ArrayList<>();
        long left = limit.offset();
        for (StoredRow row : candidates) {
            if (!passing.test(row)) {
                continue;
            }
            if (left > 0) {
                left--;
                continue;
            }
            rows.add(row);
            if (rows.size() == limit.count()) {
                break;
            }
        }
        return rows;
    }

    /** Keeps no more rows than may be given out, the greatest of them on top. */
    private List<StoredRow> least(Iterable<StoredRow> candidates, Predicate<StoredRow> passing, Limit limit) {
        long wanted = limit.offset() + limit.count();
        PriorityQueue<StoredRow> kept = new PriorityQueue<>(comparator.reversed());
        for (StoredRow row : candidates) {
            if (!passing.test(row)) {
                continue;
            }
            if (kept.size() < wanted) {
                kept.add(row);
            } else if (comparator.compare(row, kept.peek()) < 0) {
                kept.poll();
                kept.add(row);
            }
        }
        List<StoredRow> rows = new ArrayList<>(kept);
        Collections.sort(rows, comparator);
        return rows.size() <= limit.offset() ? List.of() : rows.subList((int) limit.offset(), rows.size());
    }
}
