package io.github.camelvtiger.client;

/** The server refused the record because a unique field's value is taken already; or several records have the key of an upsert. */
public final class DuplicateRecordException extends VtigerException {

    public DuplicateRecordException(String message, FailureContext context) {
        this(message, context, null);
    }

    public DuplicateRecordException(String message, FailureContext context, Throwable cause) {
        super(message, context, cause);
    }
}
