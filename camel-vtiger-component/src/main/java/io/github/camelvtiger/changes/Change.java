package io.github.camelvtiger.changes;

import java.util.List;

/**
 * A state of a record that the route has to see.
 *
 * @param state of a deleted record, only its id
 * @param delivery what is remembered once the route is done with it
 * @param changedFields the names of the fields that differ from the last delivery, in the server's order; null when it is
 *     not known or not wanted
 */
public record Change(ChangeKind kind, RecordState state, Delivery delivery, List<String> changedFields) {}
