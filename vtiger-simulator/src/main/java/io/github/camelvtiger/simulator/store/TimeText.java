package io.github.camelvtiger.simulator.store;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a TIME column makes of a value: hours up to 838, days before the hours, a sign, and a number for the digits of hours,
 * minutes and seconds (seen on the server's MariaDB).
 */
final class TimeText {

    private static final Pattern CLOCK =
            Pattern.compile("[ T]*(-?)(?:(\\d{1,2}) +)?(\\d{1,3}):(\\d{1,2})(?::(\\d{1,2}))?(?!\\d).*", Pattern.DOTALL);
    private static final Pattern DIGITS = Pattern.compile(" *(-?)(\\d{1,10})(?!\\d).*", Pattern.DOTALL);
    private static final String NONE = "00:00:00";
    private static final long LARGEST = 838 * 3_600 + 59 * 60 + 59;

    private TimeText() {}

    static String of(String value) {
        Matcher clock = CLOCK.matcher(value);
        if (clock.matches()) {
            long hours = number(clock.group(2)) * 24 + number(clock.group(3));
            return text(clock.group(1), hours, number(clock.group(4)), number(clock.group(5)));
        }
        Matcher digits = DIGITS.matcher(value);
        if (digits.matches()) {
            long number = number(digits.group(2));
            return text(digits.group(1), number / 10_000, number / 100 % 100, number % 100);
        }
        return NONE;
    }

    private static long number(String digits) {
        return digits == null ? 0 : Long.parseLong(digits);
    }

    private static String text(String sign, long hours, long minutes, long seconds) {
        if (minutes > 59 || seconds > 59) {
            return NONE;
        }
        long all = Math.min(hours * 3_600 + minutes * 60 + seconds, LARGEST);
        return "%s%02d:%02d:%02d".formatted(all == 0 ? "" : sign, all / 3_600, all / 60 % 60, all % 60);
    }
}
