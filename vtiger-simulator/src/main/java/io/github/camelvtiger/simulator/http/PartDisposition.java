package io.github.camelvtiger.simulator.http;

import java.util.Locale;
import java.util.Optional;

/** The header {@code Content-Disposition} of a part of a form, read as PHP does: it knows no {@code filename*}. */
final class PartDisposition {

    private PartDisposition() {}

    /** Without any path; empty for a part that is not a file. */
    static Optional<String> fileName(String header) {
        return parameter(header, "filename")
                .map(name -> name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1));
    }

    static Optional<String> parameter(String header, String wanted) {
        int place = header.indexOf(';') + 1;
        while (place > 0 && place < header.length()) {
            int equals = header.indexOf('=', place);
            if (equals < 0) {
                return Optional.empty();
            }
            String name = header.substring(place, equals).strip().toLowerCase(Locale.ROOT);
            int end = endOfValue(header, equals + 1);
            if (name.equals(wanted)) {
                return Optional.of(value(header.substring(equals + 1, end).strip()));
            }
            place = header.indexOf(';', end) + 1;
        }
        return Optional.empty();
    }

    /** Behind the closing quote, which a backslash hides, or at the semicolon. */
    private static int endOfValue(String header, int start) {
        int place = start;
        while (place < header.length() && header.charAt(place) == ' ') {
            place++;
        }
        char quote = place < header.length() ? header.charAt(place) : ' ';
        if (quote != '"' && quote != '\'') {
            int semicolon = header.indexOf(';', place);
            return semicolon < 0 ? header.length() : semicolon;
        }
        for (place++; place < header.length() && header.charAt(place) != quote; place++) {
            if (header.charAt(place) == '\\' && place + 1 < header.length() && header.charAt(place + 1) == quote) {
                place++;
            }
        }
        return Math.min(place + 1, header.length());
    }

    private static String value(String sent) {
        boolean quoted = sent.length() > 1 && (sent.startsWith("\"") || sent.startsWith("'"));
        if (!quoted) {
            return sent;
        }
        String quote = sent.substring(0, 1);
        String inside = sent.substring(1, sent.endsWith(quote) ? sent.length() - 1 : sent.length());
        return inside.replace("\\" + quote, quote);
    }
}
