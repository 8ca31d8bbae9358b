package io.github.camelvtiger.client;

/**
 * What was to be written, or the module or id it was for, is not acceptable: a mandatory field without a value, a bad
 * reference, malformed JSON, an unknown module (with the nearest names), a malformed id.
 */
public non-sealed class InvalidRecordException extends VtigerException {

    public InvalidRecordException(String message, FailureContext context) {
        this(message, context, null);
    }

    public InvalidRecordException(String message, FailureContext context, Throwable cause) {
        super(message, context, cause);
    }
}
