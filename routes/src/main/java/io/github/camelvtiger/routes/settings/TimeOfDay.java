package io.github.camelvtiger.routes.settings;

import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** A time of day, such as 07:00. */
final class TimeOfDay implements Check {

    @Override
    public Optional<String> fault(String value) {
        try {
            LocalTime.parse(value);
            return Optional.empty();
        } catch (DateTimeParseException e) {
            return Optional.of("which is not a time of day; write it with two digits each, such as 07:00");
        }
    }
}
