package io.github.camelvtiger;

/** What follows when the answer of a write does not come. */
public enum AmbiguousWrites {
    FAIL,
    VERIFY
}
