package io.github.camelvtiger.simulator.vtql;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A text as MySQL reads it where a date is wanted; what is none is the zero date. */
final class DateLiteral {

    private static final Pattern DATE = Pattern.compile(
            "\\s*(\\d{4})-(\\d{1,2})-(\\d{1,2})(?:[ T](\\d{1,2}):(\\d{1,2})(?::(\\d{1,2}))?)?.*", Pattern.DOTALL);

    private DateLiteral() {}

    /** @return {@code yyyy-mm-dd HH:mm:ss}; a date alone is its midnight */
    static String datetime(String text) {
        Matcher matcher = DATE.matcher(text);
        if (!matcher.matches()) {
            return "0000-00-00 00:00:00";
        }
        StringBuilder datetime = new StringBuilder(matcher.group(1));
        for (int i = 2; i <= 6; i++) {
            datetime.append(i < 4 ? '-' : i == 4 ? ' ' : ':').append(twoDigits(matcher.group(i)));
        }
        return datetime.toString();
    }

    /** @return {@code yyyy-mm-dd}, followed by the time where the text has one other than midnight */
    static String date(String text) {
        String datetime = datetime(text);
        return datetime.endsWith(" 00:00:00") ? datetime.substring(0, 10) : datetime;
    }

    private static String twoDigits(String digits) {
        String some = digits == null ? "" : digits;
        return "0".repeat(2 - some.length()) + some;
    }
}
