package io.github.camelvtiger.changes;

/** What happened to a record. */
public enum ChangeKind {
    CREATED,
    UPDATED
}
