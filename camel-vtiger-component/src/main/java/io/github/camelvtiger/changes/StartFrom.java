package io.github.camelvtiger.changes;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Locale;

/**
 * Where a feed begins that has no stored cursor.
 *
 * @param kind of start
 * @param instant the first second of the feed; null unless {@code kind} is {@link Kind#INSTANT}
 */
public record StartFrom(Kind kind, Instant instant) {

    /** The kinds of start. */
    public enum Kind {
        /** Changes made from now on. */
        NOW,
        /** All records, then their changes. */
        BEGINNING,
        /** Changes since an instant. */
        INSTANT
    }

    /**
     * @param text {@code now}, {@code beginning} or an instant that ends in {@code Z}
     * @throws IllegalArgumentException naming the value and what is accepted
     */
    public static StartFrom parse(String text) {
        return switch (text.strip().toLowerCase(Locale.ROOT)) {
            case "now" -> new StartFrom(Kind.NOW, null);
            case "beginning" -> new StartFrom(Kind.BEGINNING, null);
            default ->
                new StartFrom(Kind.INSTANT, instantOf("The option startFrom", "now, beginning or ", text.strip()));
        };
    }

    /** @throws IllegalArgumentException naming what was given, by whom, and what is accepted */
    public static Instant instantOf(String given, String text) {
        return instantOf(given, "", text.strip());
    }

    private static Instant instantOf(String given, String others, String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(
                    given + " is '" + text + "'; it must be " + others
                            + "an instant in UTC such as 2026-01-31T00:00:00Z.",
                    e);
        }
    }
}
