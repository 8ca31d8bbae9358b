package io.github.camelvtiger.client;

/** The server refused the record because a unique field's value is taken already. */
public final class DuplicateRecordException extends VtigerException {

    public DuplicateRecordException(String message, FailureContext context) {
        this(message, context, null);
    }

    public DuplicateRecordException(String message, FailureContext context, Throwable cause) {
        super(message, context, cause);
    }
}
