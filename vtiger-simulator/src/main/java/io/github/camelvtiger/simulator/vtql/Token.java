package io.github.camelvtiger.simulator.vtql;

/** @param text as it is in the query, quotes included */
record Token(TokenType type, String text) {}
