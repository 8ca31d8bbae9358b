package io.github.camelvtiger.http;

import java.time.Duration;
import java.time.Instant;

/**
 * One answer, read to its end.
 *
 * @param contentType {@code ""} where there is none
 * @param location the target of a redirect; null without one
 * @param serverTime the {@code Date} header; null where it is missing or unreadable
 * @param retryAfter how long the server asks to wait; null where it does not
 */
public record HttpAnswer(
        int status, String contentType, String location, Instant serverTime, Duration retryAfter, byte[] body) {

    /** Without the body: it may carry a session. */
    @Override
    public String toString() {
        return "HTTP " + status + " " + contentType + ", " + body.length + " bytes";
    }
}
