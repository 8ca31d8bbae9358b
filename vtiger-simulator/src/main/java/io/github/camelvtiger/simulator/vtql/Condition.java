package io.github.camelvtiger.simulator.vtql;

import java.util.List;

/**
 * One test of a WHERE.
 *
 * @param operator EQ, LT, GT, LTE, GTE, NE, IN, LIKE or NOTLIKE
 * @param values literals as they stand in the query; several only with IN
 * @param afterOr whether OR stands before it; the first one and those behind AND have none
 */
record Condition(String field, TokenType operator, List<String> values, boolean afterOr) {}
