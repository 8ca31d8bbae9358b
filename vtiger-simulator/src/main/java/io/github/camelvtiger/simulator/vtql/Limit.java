package io.github.camelvtiger.simulator.vtql;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Which of the rows are given out.
 *
 * @param offset rows left out first
 * @param count at most 100
 */
record Limit(long offset, int count) {

    private static final int MOST = 100;
    private static final Pattern NUMERIC = Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?");

    /**
     * @param literals none, the count, or offset and count
     * @throws HiddenSqlError for what MySQL takes for no number, or for a negative one
     */
    static Limit of(List<String> literals) {
        return switch (literals.size()) {
            case 0 -> new Limit(0, MOST);
            case 1 -> new Limit(0, count(literals.get(0)));
            default -> new Limit(number(literals.get(0)), count(literals.get(1)));
        };
    }

    /** PHP cuts what is more than 100: by value for a number, by the order of the alphabet for a word. */
    private static int count(String literal) {
        boolean more = NUMERIC.matcher(literal).matches()
                ? Double.parseDouble(literal) > MOST
                : literal.compareTo(String.valueOf(MOST)) > 0;
        return more ? MOST : (int) number(literal);
    }

    private static long number(String literal) {
        if (!literal.matches("\\d+")) {
            throw new HiddenSqlError("the limit " + literal + " is not a number, or is negative");
        }
        return literal.length() > 18 ? Long.MAX_VALUE / 2 : Long.parseLong(literal);
    }
}
