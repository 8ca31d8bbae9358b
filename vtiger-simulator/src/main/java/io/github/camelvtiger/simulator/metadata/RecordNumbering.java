package io.github.camelvtiger.simulator.metadata;

/** The running number a module gives its records, such as {@code contact_no} with {@code CON1}, {@code CON2} ... */
public record RecordNumbering(String field, String prefix) {}
