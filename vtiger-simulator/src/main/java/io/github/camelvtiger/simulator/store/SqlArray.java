package io.github.camelvtiger.simulator.store;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/**
 * An array as the parameter of a statement: the server puts what is in it in its place, on however many levels, so that
 * none is one parameter too few (seen on 8.2.0).
 */
public final class SqlArray {

    private SqlArray() {}

    public static boolean is(Object value) {
        return value instanceof Collection || value instanceof Map;
    }

    /** The first value that is not an array itself. */
    public static Optional<Object> first(Object value) {
        Collection<?> inside = value instanceof Map<?, ?> object ? object.values() : (Collection<?>) value;
        for (Object item : inside) {
            Optional<Object> found = is(item) ? first(item) : Optional.of(item == null ? "" : item);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }
}
