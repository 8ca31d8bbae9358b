package io.github.camelvtiger.routes.sync.rows;

import java.io.IOException;
import java.io.UncheckedIOException;

/** A file, or the rest of a file, that cannot be read. */
public final class BadFileException extends UncheckedIOException {

    private static final long serialVersionUID = 1L;

    /** @param sentence what is wrong, where, and what to do about it */
    public BadFileException(String sentence) {
        super(new IOException(sentence));
    }

    @Override
    public String getMessage() {
        return getCause().getMessage();
    }
}
