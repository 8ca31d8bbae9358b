package io.github.camelvtiger.simulator.vtql;

/** Whose VTQL it is. */
enum Dialect {
    WEBSERVICE,
    /** Has the operator {@code NOTLIKE} besides ({@code cloud-rest.md §4}). */
    CLOUD
}
