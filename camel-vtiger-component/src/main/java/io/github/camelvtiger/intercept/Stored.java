package io.github.camelvtiger.intercept;

import java.util.Collection;
import java.util.Map;

/**
 * A record as it was read.
 *
 * @param whole whether by {@code retrieve}, which shows more than a query does
 */
record Stored(Map<String, Object> record, boolean whole) {

    static Stored retrieved(Map<String, Object> record) {
        return new Stored(record, true);
    }

    static Stored queried(Map<String, Object> record) {
        return new Stored(record, false);
    }

    /** Whether one of the fields is not in it that a {@code retrieve} may show. */
    boolean lacks(Collection<String> fields) {
        return !whole && !record.keySet().containsAll(fields);
    }
}
