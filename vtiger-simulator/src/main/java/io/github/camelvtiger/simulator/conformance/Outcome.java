package io.github.camelvtiger.simulator.conformance;

/** How a check ended. */
public enum Outcome {
    /** As expected. */
    OK("ok"),
    /** Different, and the check says what is known of it. */
    KNOWN("known"),
    /** Not made, because the server or the options lack what it needs. */
    SKIPPED("skip"),
    /** Different. */
    FAIL("FAIL");

    private final String word;

    Outcome(String word) {
        this.word = word;
    }

    String word() {
        return word;
    }
}
