package io.github.camelvtiger.http;

import java.io.IOException;

/** Carries the reason why an answer cannot be used through the HTTP client, which takes checked exceptions only. */
final class UnusableAnswerException extends IOException {

    private final transient NoAnswerException reason;

    UnusableAnswerException(NoAnswerException reason) {
        super(reason.getMessage(), reason);
        this.reason = reason;
    }

    NoAnswerException reason() {
        return reason;
    }
}
