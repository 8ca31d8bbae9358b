package io.github.camelvtiger;

/** What {@code retrieve} does when there is no such record. */
public enum NotFoundBehaviour {
    EXCEPTION,
    NULL
}
