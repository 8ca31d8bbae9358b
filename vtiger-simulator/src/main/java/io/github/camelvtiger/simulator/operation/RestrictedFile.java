package io.github.camelvtiger.simulator.operation;

/**
 * PHP ends the script with a sentence instead of an envelope, HTTP 200 ({@code webservice.md §1}). What was done before
 * stays done.
 */
public final class RestrictedFile extends RuntimeException {

    /** The whole body. */
    public static final String SENTENCE = "Sorry! Attempt to access restricted file.";

    public RestrictedFile(String reason) {
        super(reason, null, false, false);
    }
}
