package io.github.camelvtiger.simulator.vtql;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A text as MySQL reads it where a date is wanted; in any of its forms; what is not one is the zero date. */
final class DateLiteral {

    private static final Pattern PARTED = Pattern.compile(
            "\\s*(\\d{4}|\\d{1,2})\\p{Punct}(\\d{1,2})\\p{Punct}(\\d{1,2})(?!\\d)"
                    + "(?:[ T](\\d{1,2}):(\\d{1,2})(?::(\\d{1,2}))?)?.*",
            Pattern.DOTALL);

    private static final Pattern DIGITS =
            Pattern.compile("\\s*(\\d{4}|\\d{2})(\\d{2})(\\d{2})(?:(\\d{2})(\\d{2})(\\d{2}))?\\s*");

    private static final String ZERO = "0000-00-00 00:00:00";
    private static final int LAST_MONTH = 12;
    private static final int LAST_DAY = 31;

    /** Years of two digits below this are of this century. */
    private static final int CENTURY = 70;

    private DateLiteral() {}

    /** @return {@code yyyy-mm-dd HH:mm:ss}; a date alone is its midnight */
    static String datetime(String text) {
        Matcher digits = DIGITS.matcher(text);
        Matcher matcher = digits.matches() ? digits : PARTED.matcher(text);
        boolean date = matcher.matches()
                && Integer.parseInt(matcher.group(2)) <= LAST_MONTH
                && Integer.parseInt(matcher.group(3)) <= LAST_DAY;
        if (!date) {
            return ZERO;
        }
        StringBuilder datetime = new StringBuilder(year(matcher.group(1)));
        for (int i = 2; i <= 6; i++) {
            datetime.append(i < 4 ? '-' : i == 4 ? ' ' : ':').append(twoDigits(matcher.group(i)));
        }
        return datetime.toString();
    }

    private static String year(String digits) {
        int year = Integer.parseInt(digits);
        return digits.length() > 2 ? digits : String.valueOf(year < CENTURY ? 2000 + year : 1900 + year);
    }

    /** @return {@code yyyy-mm-dd}, followed by the time if the text has one other than midnight */
    static String date(String text) {
        String datetime = datetime(text);
        return datetime.endsWith(" 00:00:00") ? datetime.substring(0, 10) : datetime;
    }

    private static String twoDigits(String digits) {
        String some = digits == null ? "" : digits;
        return "0".repeat(2 - some.length()) + some;
    }
}
