package io.github.camelvtiger.simulator.comparison;

/** How far two answers agree; each step includes those before it. */
enum Agreement {
    /** Not even in status, success and code of the error. */
    NONE("code"),
    /** In these, but not in the keys, their order and the types of values. */
    CODE("keys"),
    /** In all but values. */
    KEYS("whole"),
    WHOLE("");

    private final String lacking;

    Agreement(String lacking) {
        this.lacking = lacking;
    }

    /** In what the answers differ, in one word. */
    String lacking() {
        return lacking;
    }

    boolean atLeast(Agreement other) {
        return compareTo(other) >= 0;
    }
}
