package io.github.camelvtiger.client;

/** The server's limit of requests is used up. */
public final class RateLimitedException extends VtigerException {

    public RateLimitedException(String message, FailureContext context) {
        this(message, context, null);
    }

    public RateLimitedException(String message, FailureContext context, Throwable cause) {
        super(message, context, cause);
    }
}
