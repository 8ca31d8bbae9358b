package io.github.camelvtiger.client;

/** A write may or may not have happened: the connection was cut or the answer was unusable after it was sent. It was not repeated. */
public final class AmbiguousWriteException extends VtigerException {

    public AmbiguousWriteException(String message, FailureContext context) {
        this(message, context, null);
    }

    public AmbiguousWriteException(String message, FailureContext context, Throwable cause) {
        super(message, context, cause);
    }
}
