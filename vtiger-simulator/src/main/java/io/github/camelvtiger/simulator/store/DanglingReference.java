package io.github.camelvtiger.simulator.store;

/**
 * A reference to a record that is not there (any more): it reads back empty, but its number stays in the column, where
 * queries find it and orders sort by it.
 */
public final class DanglingReference {

    private static final String MARK = "\0";

    private DanglingReference() {}

    /** @return the text to store */
    public static String to(long number) {
        return number == 0 ? "" : MARK + number;
    }

    static boolean is(String stored) {
        return stored.startsWith(MARK);
    }

    static String number(String stored) {
        return stored.substring(MARK.length());
    }
}
