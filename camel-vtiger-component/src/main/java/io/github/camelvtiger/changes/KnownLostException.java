package io.github.camelvtiger.changes;

/** What was kept of the known records cannot be believed any more. */
public final class KnownLostException extends RuntimeException {

    public KnownLostException(String message, Throwable cause) {
        super(message, cause);
    }
}
