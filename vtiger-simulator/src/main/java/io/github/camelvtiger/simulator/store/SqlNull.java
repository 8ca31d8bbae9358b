package io.github.camelvtiger.simulator.store;

/**
 * NULL in a column of texts, in which an empty text is something else: a query does not find it by any test, and it is sorted
 * before everything.
 */
public final class SqlNull {

    /** What a row holds instead of the text. */
    public static final String MARK = "\0null";

    private SqlNull() {}

    static boolean is(String value) {
        return MARK.equals(value);
    }
}
