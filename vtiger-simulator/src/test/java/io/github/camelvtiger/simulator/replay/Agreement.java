package io.github.camelvtiger.simulator.replay;

/** How far an answer agrees with the recorded one; each step holds the ones before it. */
enum Agreement {
    /** Not even the code. */
    NONE("code"),
    /** HTTP status, {@code success} and the error's {@code code}; for answers that are not JSON their kind. */
    CODE("keys"),
    /** All keys in their order, and the JSON type of each value. */
    KEYS("values"),
    /** Everything. */
    WHOLE("nothing");

    private final String differsIn;

    Agreement(String differsIn) {
        this.differsIn = differsIn;
    }

    /** What the first difference is in. */
    String differsIn() {
        return differsIn;
    }
}
