package io.github.camelvtiger.changes;

/** A cursor cannot be read, written or used: in use by another, damaged, or its storage fails. */
public sealed class CursorException extends RuntimeException permits CursorTakenException {

    public CursorException(String message) {
        super(message);
    }

    public CursorException(String message, Throwable cause) {
        super(message, cause);
    }
}
