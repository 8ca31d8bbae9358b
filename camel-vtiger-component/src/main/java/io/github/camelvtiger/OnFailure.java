package io.github.camelvtiger;

/** What a consumer does after the route failed for a record. */
public enum OnFailure {
    /** The poll ends; the next one tries the record again. */
    STOP,
    /** The record is logged and counts as done. */
    SKIP
}
