package io.github.camelvtiger.simulator.vtql;

import java.util.List;

/**
 * Which of the rows are given out.
 *
 * @param offset rows left out first
 * @param count at most 100
 */
record Limit(long offset, int count) {

    private static final int MOST = 100;

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

    /** Of a word PHP holds that it is more than 100 when it comes later in the order of the alphabet. */
    private static int count(String literal) {
        if (!SqlLiteral.isNumber(literal)) {
            if (literal.compareTo(String.valueOf(MOST)) > 0) {
                return MOST;
            }
            throw new HiddenSqlError("the limit " + literal + " is not a number, or is negative");
        }
        return (int) Math.min(MOST, number(literal));
    }

    private static long number(String literal) {
        if (!literal.matches("\\d+")) {
            throw new HiddenSqlError("the limit " + literal + " is not a number, or is negative");
        }
        return literal.length() > 18 ? Long.MAX_VALUE / 2 : Long.parseLong(literal);
    }
}
