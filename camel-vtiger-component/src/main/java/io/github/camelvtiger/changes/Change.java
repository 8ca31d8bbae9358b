package io.github.camelvtiger.changes;

/**
 * A state of a record that the route has to see.
 *
 * @param delivery what is remembered once the route is done with it
 */
public record Change(ChangeKind kind, RecordState state, Delivery delivery) {}
