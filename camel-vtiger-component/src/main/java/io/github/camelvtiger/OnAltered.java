package io.github.camelvtiger;

/** What a write does when the CRM keeps other values than were sent. */
public enum OnAltered {
    WARN,
    FAIL,
    IGNORE
}
