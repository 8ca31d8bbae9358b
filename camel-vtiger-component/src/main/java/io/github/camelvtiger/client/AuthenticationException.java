package io.github.camelvtiger.client;

/** User name or access key were not accepted, or a new session was rejected as well. */
public final class AuthenticationException extends VtigerException {

    public AuthenticationException(String message, FailureContext context) {
        this(message, context, null);
    }

    public AuthenticationException(String message, FailureContext context, Throwable cause) {
        super(message, context, cause);
    }
}
