package io.github.camelvtiger.changes;

/** What goes wrong in a poll, at a random moment of it. */
enum FeedAccident {
    NONE,
    EXCHANGES_FAIL,
    SERVER_FAILS,
    SERVER_HIDES_ERRORS,
    STORE_FAILS,
    PROCESS_DIES,
    MACHINE_DIES
}
