package io.github.camelvtiger.routes.sync.rows;

import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * A file, or the rest of a file, that cannot be read or written. Its message is one sentence: what is wrong, where, and what to
 * do about it.
 */
public final class BadFileException extends UncheckedIOException {

    private static final long serialVersionUID = 1L;

    public BadFileException(String sentence) {
        this(sentence, new IOException(sentence));
    }

    public BadFileException(String sentence, IOException cause) {
        super(sentence, cause);
    }

    /** Whether another program replaced, shortened or removed the file while it was read. */
    public boolean isReplaced() {
        return getCause() instanceof FileReplacedException;
    }
}
