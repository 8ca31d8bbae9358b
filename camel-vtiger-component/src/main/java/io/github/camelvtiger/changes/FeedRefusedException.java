package io.github.camelvtiger.changes;

/** A module has no feed and will have none: asking again is of no use. */
public final class FeedRefusedException extends RuntimeException {

    public FeedRefusedException(String message) {
        super(message);
    }
}
