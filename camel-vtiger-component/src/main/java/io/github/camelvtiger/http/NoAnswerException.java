package io.github.camelvtiger.http;

/** No whole answer came back. */
public final class NoAnswerException extends RuntimeException {

    private final boolean maybeSent;

    /** @param maybeSent whether the request may have reached the server */
    public NoAnswerException(String message, boolean maybeSent, Throwable cause) {
        super(message, cause);
        this.maybeSent = maybeSent;
    }

    /** Whether the request may have reached the server: only then a write may have happened. */
    public boolean maybeSent() {
        return maybeSent;
    }
}
