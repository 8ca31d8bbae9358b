package io.github.camelvtiger.simulator.conformance;

/** How a server passes the arguments of an operation, which decides what some operations answer (webservice.md §2). */
public enum Behaviour {
    /** By name: sync, logout, convertlead and others end in HTTP 500. */
    PHP8,
    /** By position, as releases before PHP 8 did. */
    COMPAT
}
