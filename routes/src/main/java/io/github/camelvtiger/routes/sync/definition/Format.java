package io.github.camelvtiger.routes.sync.definition;

import java.util.Optional;

/**
 * How a file is read or written.
 *
 * @param kind what {@code format:} says; empty goes by the extension of each file's name
 * @param charset of text without a byte order mark; UTF-8 unless set
 * @param separator of CSV; empty: found by looking, comma when writing
 * @param sheet of XLSX; empty is the first
 */
public record Format(Optional<Kind> kind, String charset, Optional<String> separator, Optional<String> sheet) {

    /** Nothing but the name of the file says how it is read or written. */
    public static final Format BY_EXTENSION = new Format(Optional.empty(), "UTF-8", Optional.empty(), Optional.empty());

    /** The kinds of files. */
    public enum Kind {
        CSV,
        XLSX,
        JSON,
        JSONL
    }
}
