package io.github.camelvtiger.simulator.operation;

/** The script runs into a file that the server does not let itself read ({@code webservice.md §1}). */
public final class RestrictedFile extends ScriptEnd {

    /** The whole body. */
    public static final String SENTENCE = "Sorry! Attempt to access restricted file.";

    public RestrictedFile(String reason) {
        super(SENTENCE, reason);
    }
}
