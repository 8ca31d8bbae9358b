package io.github.camelvtiger.simulator.operation;

import io.github.camelvtiger.simulator.journal.Explanation;

/**
 * A result of an operation with what it does not say: the server answers with success although it did not do what was asked.
 *
 * @param result what the client gets
 */
public record Explained(Object result, Explanation why) {

    /** @param returned of {@link Operation#execute}, explained or not */
    public static Explained of(Object returned) {
        return returned instanceof Explained explained ? explained : new Explained(returned, Explanation.NONE);
    }
}
