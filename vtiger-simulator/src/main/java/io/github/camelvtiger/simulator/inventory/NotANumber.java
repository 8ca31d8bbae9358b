package io.github.camelvtiger.simulator.inventory;

/** There is a text if PHP computes with a number: the request ends there, what was written before stays. */
public final class NotANumber extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NotANumber(String text) {
        super("\"" + text + "\" is not a number");
    }
}
