package io.github.camelvtiger.simulator.comparison;

/**
 * A record that both servers have created.
 *
 * @param symbol what requests have in place of the id, which differs between the servers
 */
record MadeRecord(String symbol, String module) {}
