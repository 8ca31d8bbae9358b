package io.github.camelvtiger.routes.settings;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;

/** Where a feed begins. */
final class StartInstant implements Check {

    private static final List<String> WORDS = List.of("now", "beginning");

    @Override
    public Optional<String> fault(String value) {
        return WORDS.contains(value) || isInstant(value)
                ? Optional.empty()
                : Optional.of("which is not a start; write now, beginning, or an instant in UTC such as"
                        + " 2026-01-31T00:00:00Z");
    }

    private static boolean isInstant(String value) {
        try {
            Instant.parse(value);
            return value.endsWith("Z");
        } catch (DateTimeParseException e) {
            return false;
        }
    }
}
