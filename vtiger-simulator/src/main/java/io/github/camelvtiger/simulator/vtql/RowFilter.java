package io.github.camelvtiger.simulator.vtql;

import io.github.camelvtiger.simulator.store.StoredRow;
import java.util.List;
import java.util.function.Predicate;

/**
 * A WHERE ready to run.
 *
 * @param alternatives the groups that OR parts; a row passes when all tests of one are true; empty for all rows
 * @param ids the ids that can pass at all
 */
record RowFilter(List<List<Predicate<StoredRow>>> alternatives, IdRange ids) implements Predicate<StoredRow> {

    @Override
    public boolean test(StoredRow row) {
        if (alternatives.isEmpty()) {
            return true;
        }
        for (List<Predicate<StoredRow>> tests : alternatives) {
            if (allTrue(tests, row)) {
                return true;
            }
        }
        return false;
    }

    private static boolean allTrue(List<Predicate<StoredRow>> tests, StoredRow row) {
        for (Predicate<StoredRow> test : tests) {
            if (!test.test(row)) {
                return false;
            }
        }
        return true;
    }
}
