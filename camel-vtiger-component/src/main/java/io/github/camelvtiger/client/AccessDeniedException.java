package io.github.camelvtiger.client;

/** The user has no right to the module, the record or the operation. */
public final class AccessDeniedException extends VtigerException {

    public AccessDeniedException(String message, FailureContext context) {
        this(message, context, null);
    }

    public AccessDeniedException(String message, FailureContext context, Throwable cause) {
        super(message, context, cause);
    }
}
