package io.github.camelvtiger.changes;

/** What goes wrong in a poll, at a random moment of it. */
enum FeedAccident {
    NONE,
    EXCHANGES_FAIL,
    SERVER_FAILS,
    SERVER_HIDES_ERRORS,
    /** Some answers bear a date that is not the clock's. */
    DATES_LIE,
    STORE_FAILS,
    PROCESS_DIES,
    MACHINE_DIES
}
