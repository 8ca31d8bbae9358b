package io.github.camelvtiger.http;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;

/**
 * What an answer begins with.
 *
 * @param reason the text of the status line; {@code ""} where there is none
 * @param headers the first of each name, found in any case
 * @param received when, by the clock of this machine
 */
public record HttpHead(int status, String reason, Map<String, String> headers, Instant received) {

    /** Null where there is none. */
    public String header(String name) {
        return headers.get(name);
    }

    /** Without parameters, in lower case; {@code ""} where there is none. The charset is of no interest: JSON is in UTF-8, whatever the header says. */
    public String contentType() {
        String type = header("Content-Type");
        return type == null ? "" : type.replaceFirst(";.*", "").strip().toLowerCase(Locale.ROOT);
    }

    /** The target of a redirect; null without one. */
    public String location() {
        return header("Location");
    }

    /** The {@code Date} header; null where it is missing or unreadable. */
    public Instant serverTime() {
        return instant(header("Date"));
    }

    /** How long the server asks to wait, by seconds or a date; null where it does not. */
    public Duration retryAfter() {
        String value = header("Retry-After");
        if (value == null) {
            return null;
        }
        String text = value.strip();
        if (text.matches("\\d{1,9}")) {
            return Duration.ofSeconds(Long.parseLong(text));
        }
        if (text.matches("\\d+")) {
            return Duration.ofDays(1);
        }
        Instant now = serverTime() == null ? received : serverTime();
        Instant until = instant(text);
        return until == null || until.isBefore(now) ? null : Duration.between(now, until);
    }

    private static Instant instant(String date) {
        try {
            return date == null
                    ? null
                    : ZonedDateTime.parse(date.strip(), DateTimeFormatter.RFC_1123_DATE_TIME)
                            .toInstant();
        } catch (DateTimeException unreadable) {
            return null;
        }
    }

    /** Without the headers: one of them may carry a session. */
    @Override
    public String toString() {
        return "HTTP " + status + " " + contentType();
    }
}
