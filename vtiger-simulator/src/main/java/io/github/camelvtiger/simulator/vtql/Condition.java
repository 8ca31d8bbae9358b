package io.github.camelvtiger.simulator.vtql;

import java.util.List;

/**
 * One test of a WHERE.
 *
 * @param operator EQ, LT, GT, LTE, GTE, NE, IN, LIKE or NOTLIKE
 * @param values literals as they is in the query; several only with IN
 * @param afterOr whether OR precedes it; the first one and those after AND have none
 */
record Condition(String field, TokenType operator, List<String> values, boolean afterOr) {}
