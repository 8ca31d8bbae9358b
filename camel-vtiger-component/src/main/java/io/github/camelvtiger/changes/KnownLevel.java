package io.github.camelvtiger.changes;

/** How much a feed knows of each record; each level holds the ones before it. */
enum KnownLevel {
    NOTHING,
    /** That it is there: for deletions. */
    IDS,
    /** A hash of its fields: for the sweep. */
    HASHES,
    /** A hash of each field: for the names of those that changed. */
    FIELDS;

    boolean holds(KnownLevel other) {
        return compareTo(other) >= 0;
    }
}
