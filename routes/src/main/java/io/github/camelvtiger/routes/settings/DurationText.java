package io.github.camelvtiger.routes.settings;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How durations are written: a number alone, Camel's {@code 1h30m}, or ISO 8601 such as {@code PT1M}. */
public final class DurationText {

    private static final Pattern NUMBER = Pattern.compile("\\d+");
    private static final Pattern UNITS = Pattern.compile(
            "(?:(\\d+)d)?\\s*(?:(\\d+)h)?\\s*(?:(\\d+)m)?\\s*(?:(\\d+)s)?\\s*(?:(\\d+)ms)?", Pattern.CASE_INSENSITIVE);
    private static final ChronoUnit[] ORDER = {
        ChronoUnit.DAYS, ChronoUnit.HOURS, ChronoUnit.MINUTES, ChronoUnit.SECONDS, ChronoUnit.MILLIS
    };

    private DurationText() {}

    /**
     * @param unit of a number alone
     * @return empty when the text is not a duration, or one that is too long to be counted
     */
    public static Optional<Duration> parse(String text, ChronoUnit unit) {
        try {
            if (NUMBER.matcher(text).matches()) {
                return Optional.of(Duration.of(Long.parseLong(text), unit));
            }
            Matcher units = UNITS.matcher(text);
            return Optional.of(units.matches() && !text.isBlank() ? sum(units) : Duration.parse(text));
        } catch (NumberFormatException | DateTimeParseException | ArithmeticException e) {
            return Optional.empty();
        }
    }

    private static Duration sum(Matcher units) {
        Duration sum = Duration.ZERO;
        for (int i = 0; i < ORDER.length; i++) {
            String number = units.group(i + 1);
            if (number != null) {
                sum = sum.plus(Duration.of(Long.parseLong(number), ORDER[i]));
            }
        }
        return sum;
    }
}
