package io.github.camelvtiger.routes.csv;

/** A file is not what was asked for, or a row does not fit its file; the message is for the person who dropped it. */
public final class BadCsvException extends RuntimeException {

    BadCsvException(String message) {
        super(message);
    }

    BadCsvException(String message, Throwable cause) {
        super(message, cause);
    }
}
