package io.github.camelvtiger.simulator.operation;

import io.github.camelvtiger.simulator.journal.Explanation;

/** A failure the server answers with an envelope: {@code {"success":false,"error":{"message","code"}}}. */
public final class WebserviceException extends RuntimeException {

    private final transient Object code;
    private final transient Explanation why;

    /** @param code a String; the Integer 0 for duplicates ({@code webservice.md §5}) */
    public WebserviceException(Object code, String message) {
        this(code, message, Explanation.NONE);
    }

    private WebserviceException(Object code, String message, Explanation why) {
        super(message, null, false, false);
        this.code = code;
        this.why = why;
    }

    public static WebserviceException accessDenied(String message) {
        return new WebserviceException("ACCESS_DENIED", message);
    }

    /** The same failure with what its message does not say. */
    public WebserviceException because(Explanation why) {
        return new WebserviceException(code, getMessage(), why);
    }

    public WebserviceException because(String cause) {
        return because(Explanation.of(cause));
    }

    public Object code() {
        return code;
    }

    /** For the journal: the client never sees it. */
    public Explanation why() {
        return why;
    }
}
