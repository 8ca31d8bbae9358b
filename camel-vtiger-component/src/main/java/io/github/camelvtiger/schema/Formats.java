package io.github.camelvtiger.schema;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.function.Function;
import java.util.regex.Pattern;

/** The formats of texts that schemas name. */
final class Formats {

    private static final Pattern EMAIL = Pattern.compile("[^\\s@]+@[^\\s@]+");
    private static final Pattern ADDRESS = Pattern.compile("\\p{Alpha}[\\w+.-]*:\\S+");

    private Formats() {}

    /** Whether a text has the format; a format that is not known takes every text. */
    static boolean fit(String format, String text) {
        return switch (format) {
            case "date" -> parses(text, LocalDate::parse);
            case "date-time" -> parses(text, OffsetDateTime::parse);
            case "email" -> EMAIL.matcher(text).matches();
            case "uri" -> ADDRESS.matcher(text).matches();
            default -> true;
        };
    }

    private static boolean parses(String text, Function<String, Object> parser) {
        try {
            return parser.apply(text) != null;
        } catch (DateTimeException notOne) {
            return false;
        }
    }

    /** What has the format, for messages. */
    static String example(String format) {
        return switch (format) {
            case "date" -> "a date such as 2026-01-31";
            case "date-time" -> "a date and time such as 2026-01-31T09:00:00Z";
            case "email" -> "an e-mail address";
            default -> "an address of the web";
        };
    }
}
