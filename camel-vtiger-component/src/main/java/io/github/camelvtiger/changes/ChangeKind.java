package io.github.camelvtiger.changes;

/** What happened to a record. */
public enum ChangeKind {
    CREATED,
    UPDATED,
    /** Or no longer to be seen by the user, or no longer among the records that the feed is narrowed to. */
    DELETED
}
