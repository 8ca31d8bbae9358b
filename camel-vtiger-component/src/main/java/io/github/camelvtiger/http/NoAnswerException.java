package io.github.camelvtiger.http;

/** No answer that could be used came back. */
public final class NoAnswerException extends RuntimeException {

    /** Why there is none. */
    public enum Reason {
        /** The request surely did not reach the server. */
        NOT_SENT,
        /** The end of the request's body surely did not reach the server; what came before it may have. */
        INCOMPLETE,
        /** The request was not sent, since the server's limit of requests is used up for longer than it may wait. */
        HELD_BACK,
        /** The request may have reached the server; another attempt may be answered. */
        LOST,
        /** An answer came that cannot be read; another attempt would bring the same. */
        UNREADABLE,
        /** An answer came that is larger than may be collected in memory; another attempt would bring the same. */
        TOO_LARGE
    }

    private final Reason reason;

    /** @param message what happened and what to do about it, as a part of a sentence */
    public NoAnswerException(String message, Reason reason, Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }

    /** Whether the request may have reached the server: only then a write may have happened. */
    public boolean maybeSent() {
        return reason != Reason.NOT_SENT && reason != Reason.HELD_BACK;
    }

    /** Whether an answer came all the same, one that cannot be used. */
    public boolean isAnswered() {
        return reason == Reason.UNREADABLE || reason == Reason.TOO_LARGE;
    }

    /** Whether another attempt can end differently. */
    boolean mayPass() {
        return !isAnswered() && reason != Reason.HELD_BACK;
    }
}
