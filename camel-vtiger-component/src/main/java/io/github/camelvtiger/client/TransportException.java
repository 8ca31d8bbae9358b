package io.github.camelvtiger.client;

/** No answer: the server could not be reached, the connection was cut, or time ran out. For a write it means that it did not happen. */
public final class TransportException extends VtigerException {

    public TransportException(String message, FailureContext context) {
        this(message, context, null);
    }

    public TransportException(String message, FailureContext context, Throwable cause) {
        super(message, context, cause);
    }
}
