package io.github.camelvtiger;

/** What a consumer does after the route failed for a record. */
public enum OnFailure {
    /** The poll ends; the next one tries the record again. */
    STOP,
    /** The record is logged and counts as done. */
    SKIP,
    /** The record waits with the cursor and is tried again, freshly read, after 1 minute to 1 hour; all others go on. */
    PARK
}
