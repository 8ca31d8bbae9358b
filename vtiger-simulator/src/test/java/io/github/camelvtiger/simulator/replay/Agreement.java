package io.github.camelvtiger.simulator.replay;

/** How far an answer agrees with the recorded one; each step holds the ones before it. */
enum Agreement {
    /** Not even the code. */
    NONE,
    /** HTTP status, {@code success} and the error's {@code code}; for answers that are not JSON their kind. */
    CODE,
    /** All keys in their order, and the JSON type of each value. */
    KEYS,
    /** Everything. */
    WHOLE
}
