package io.github.camelvtiger.simulator.conformance;

/** A check cannot be made, because an earlier one did not get the answer that it builds on. */
final class MissingNeed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    MissingNeed(String path) {
        super("needs " + path + ", which no earlier check has got");
    }
}
