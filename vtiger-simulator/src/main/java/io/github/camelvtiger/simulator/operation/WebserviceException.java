package io.github.camelvtiger.simulator.operation;

/** A failure the server answers with an envelope: {@code {"success":false,"error":{"message","code"}}}. */
public final class WebserviceException extends RuntimeException {

    private final transient Object code;

    /** @param code a String; the Integer 0 for duplicates ({@code webservice.md §5}) */
    public WebserviceException(Object code, String message) {
        super(message, null, false, false);
        this.code = code;
    }

    public static WebserviceException accessDenied(String message) {
        return new WebserviceException("ACCESS_DENIED", message);
    }

    public Object code() {
        return code;
    }
}
