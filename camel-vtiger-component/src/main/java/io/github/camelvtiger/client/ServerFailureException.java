package io.github.camelvtiger.client;

/** The server answered with a failure of its own: HTTP 5xx, HTML, an empty body, or an internal error code. */
public final class ServerFailureException extends VtigerException {

    public ServerFailureException(String message, FailureContext context) {
        this(message, context, null);
    }

    public ServerFailureException(String message, FailureContext context, Throwable cause) {
        super(message, context, cause);
    }
}
