package io.github.camelvtiger.http;

import java.io.IOException;

/** Carries what to report of a call through the HTTP client and through streams, which take checked exceptions only. */
final class CarriedFailureException extends IOException {

    private final transient NoAnswerException reason;

    CarriedFailureException(NoAnswerException reason) {
        super(reason.getMessage(), reason);
        this.reason = reason;
    }

    NoAnswerException reason() {
        return reason;
    }
}
