package io.github.camelvtiger.simulator.kind;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What PHP takes for a time of day after a date, in the forms that people write (seen on 8.2.0). */
final class PhpTime {

    private static final Pattern OF_24_HOURS =
            Pattern.compile("([01]?\\d|2[0-4])[:.]([0-5]?\\d)([:.]([0-5]?\\d)([.,]\\d+)?)?");
    private static final Pattern OF_12_HOURS =
            Pattern.compile("(0?\\d|1[0-2])([:.]([0-5]?\\d)([:.]([0-5]?\\d))?)?\\s*([ap])\\.?m\\.?");
    private static final Pattern FOUR_DIGITS = Pattern.compile("([01]\\d|2[0-4])([0-5]\\d)");

    private PhpTime() {}

    /** @return from midnight; empty for what is not a time */
    static Optional<Duration> of(String text) {
        String time = text.strip().toLowerCase(Locale.ROOT);
        if (time.equals("noon")) {
            return Optional.of(Duration.ofHours(12));
        }
        if (time.isEmpty() || time.equals("midnight") || time.equals("now") || time.equals("today")) {
            return Optional.of(Duration.ZERO);
        }
        // A sign makes it midnight so many hours west of Greenwich.
        String unsigned = time.startsWith("-") ? time.substring(1) : time;
        Matcher day = OF_24_HOURS.matcher(unsigned);
        if (day.matches()) {
            return Optional.of(time(day.group(1), day.group(2), day.group(4)));
        }
        Matcher half = OF_12_HOURS.matcher(time);
        if (half.matches()) {
            long hour = Long.parseLong(half.group(1)) % 12 + (half.group(6).equals("p") ? 12 : 0);
            return Optional.of(time(Long.toString(hour), half.group(3), half.group(5)));
        }
        Matcher digits = FOUR_DIGITS.matcher(time);
        return digits.matches() ? Optional.of(time(digits.group(1), digits.group(2), null)) : Optional.empty();
    }

    private static Duration time(String hours, String minutes, String seconds) {
        return Duration.ofHours(Long.parseLong(hours))
                .plusMinutes(number(minutes))
                .plusSeconds(number(seconds));
    }

    private static long number(String digits) {
        return digits == null ? 0 : Long.parseLong(digits);
    }
}
