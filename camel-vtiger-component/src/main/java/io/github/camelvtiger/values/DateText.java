package io.github.camelvtiger.values;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Days as people and programs write them; two orders of day and month count only where they can mean one day. */
final class DateText {

    private static final Pattern YEAR_FIRST = Pattern.compile("(\\d{4})([-/.])(\\d{1,2})\\2(\\d{1,2})");
    private static final Pattern BASIC = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})");
    private static final Pattern DAY_FIRST = Pattern.compile("(\\d{1,2})\\.\\s?(\\d{1,2})\\.\\s?(\\d{4})");
    private static final Pattern EITHER_FIRST = Pattern.compile("(\\d{1,2})([-/])(\\d{1,2})\\2(\\d{4})");

    private DateText() {}

    /**
     * {@code 2026-12-31}, {@code 20261231}, {@code 2026/12/31}, {@code 31.12.2026} (points: the day comes first), and
     * {@code 31/12/2026} or {@code 12-31-2026} where only one order gives a day.
     *
     * @throws IllegalArgumentException for anything else, with a reason
     */
    static LocalDate parse(String given) {
        String text = given.strip();
        Matcher year = YEAR_FIRST.matcher(text);
        if (year.matches()) {
            return day(year.group(1), year.group(3), year.group(4));
        }
        Matcher basic = BASIC.matcher(text);
        if (basic.matches()) {
            return day(basic.group(1), basic.group(2), basic.group(3));
        }
        Matcher dotted = DAY_FIRST.matcher(text);
        if (dotted.matches()) {
            return day(dotted.group(3), dotted.group(2), dotted.group(1));
        }
        Matcher either = EITHER_FIRST.matcher(text);
        if (either.matches()) {
            return either(either.group(4), Integer.parseInt(either.group(1)), Integer.parseInt(either.group(3)));
        }
        throw new IllegalArgumentException("is not a date; write it like 2026-12-31");
    }

    private static LocalDate either(String year, int first, int second) {
        if (first > 12 || first == second) {
            return day(year, String.valueOf(second), String.valueOf(first));
        }
        if (second > 12) {
            return day(year, String.valueOf(first), String.valueOf(second));
        }
        throw new IllegalArgumentException("may mean " + day(year, String.valueOf(second), String.valueOf(first))
                + " or " + day(year, String.valueOf(first), String.valueOf(second)) + "; write one of these");
    }

    private static LocalDate day(String year, String month, String day) {
        try {
            return LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day));
        } catch (DateTimeException noSuchDay) {
            throw new IllegalArgumentException("is a day that does not exist; write it like 2026-12-31", noSuchDay);
        }
    }
}
