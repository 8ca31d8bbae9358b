package io.github.camelvtiger.benchmarks.suite;

/**
 * A line of the table.
 *
 * @param benchmark what was measured
 * @param x what varies, such as the number of sessions
 */
record Figure(String benchmark, String way, long x, Measured measured) {}
