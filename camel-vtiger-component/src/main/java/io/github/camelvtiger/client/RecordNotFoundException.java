package io.github.camelvtiger.client;

/** No such record: never created, deleted, or the id belongs to another module. */
public final class RecordNotFoundException extends VtigerException {

    public RecordNotFoundException(String message, FailureContext context) {
        this(message, context, null);
    }

    public RecordNotFoundException(String message, FailureContext context, Throwable cause) {
        super(message, context, cause);
    }
}
