package io.github.camelvtiger.http;

import java.time.Duration;
import java.time.Instant;

/** One answer, read to its end. */
public record HttpAnswer(HttpHead head, byte[] body) {

    public int status() {
        return head.status();
    }

    public String contentType() {
        return head.contentType();
    }

    /** The target of a redirect; null without one. */
    public String location() {
        return head.location();
    }

    /** The {@code Date} header; null where it is missing or unreadable. */
    public Instant serverTime() {
        return head.serverTime();
    }

    /** How long the server asks to wait; null where it does not. */
    public Duration retryAfter() {
        return head.retryAfter();
    }

    /** Without the body: it may carry a session. */
    @Override
    public String toString() {
        return head + ", " + body.length + " bytes";
    }
}
