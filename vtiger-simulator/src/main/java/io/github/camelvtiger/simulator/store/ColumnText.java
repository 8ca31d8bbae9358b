package io.github.camelvtiger.simulator.store;

import io.github.camelvtiger.simulator.metadata.Column;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a column makes of a value, as the lenient mode of the server's database does: cuts, clips and rounds without a
 * word ({@code webservice.md §6}). No input is an error here.
 */
public final class ColumnText {

    private static final Pattern LEADING_NUMBER =
            Pattern.compile("\\s*([+-]?(?:\\d+\\.?\\d*|\\.\\d+))(?:[eE]([+-]?)0*(\\d+))?.*", Pattern.DOTALL);
    private static final Pattern DATE =
            Pattern.compile("\\s*(\\d{4}|\\d{1,2})-(\\d{1,2})-(\\d{1,2})(?!\\d)(.*)", Pattern.DOTALL);
    private static final Pattern TIME = Pattern.compile("[ T]*(\\d{1,3}):(\\d{1,2})(?::(\\d{1,2}))?.*", Pattern.DOTALL);
    private static final int LONG_DIGITS = 18;

    /** Numbers with longer exponents would fill the memory when written out. */
    private static final int EXPONENT_DIGITS = 3;

    /** In place of all of those: beyond every column, and beyond PHP's largest number. */
    private static final BigDecimal BEYOND = new BigDecimal("1e1000");

    /** The database takes even a zero with such an exponent for too large a whole number. */
    private static final int ENORMOUS_EXPONENT = 210;

    private static final Pattern ENORMOUS_ZERO = Pattern.compile("\\s*([+-]?)0+[eE]\\+?0*(\\d+).*", Pattern.DOTALL);

    private static final int FIRST_OF_LAST_CENTURY = 70;
    private static final String NO_DATE = "0000-00-00";
    private static final String NO_TIME = "00:00:00";

    private ColumnText() {}

    public static String of(Column column, String value) {
        return switch (column.kind()) {
            case TEXT -> text(value, column.length());
            case INT -> integer(value);
            case DECIMAL -> decimal(value, column);
            case DATE -> date(value);
            case TIME -> TimeText.of(value);
            case DATETIME -> datetime(value);
        };
    }

    /** The number a text begins with; zero if it does not begin with one. */
    public static BigDecimal leadingNumber(String value) {
        if (isShortWholeNumber(value)) {
            return BigDecimal.valueOf(Long.parseLong(value));
        }
        Matcher number = LEADING_NUMBER.matcher(value);
        if (!number.matches()) {
            return BigDecimal.ZERO;
        }
        BigDecimal mantissa = new BigDecimal(number.group(1));
        if (number.group(3) == null || mantissa.signum() == 0) {
            return mantissa;
        }
        boolean small = number.group(2).equals("-");
        if (number.group(3).length() > EXPONENT_DIGITS) {
            return small ? BigDecimal.ZERO : BEYOND.multiply(BigDecimal.valueOf(mantissa.signum()));
        }
        int exponent = Integer.parseInt(number.group(3));
        return mantissa.scaleByPowerOfTen(small ? -exponent : exponent);
    }

    /** Most numbers are ids: these are read without the pattern, which would be most of the time of a large seed. */
    private static boolean isShortWholeNumber(String value) {
        for (int i = 0; i < value.length(); i++) {
            if (value.charAt(i) < '0' || value.charAt(i) > '9') {
                return false;
            }
        }
        return !value.isEmpty() && value.length() <= LONG_DIGITS;
    }

    /** The tables hold three bytes a character: each of the four of an emoji becomes a question mark. */
    private static String text(String value, int length) {
        String kept = hasSurrogates(value) ? threeBytes(value) : value;
        return length > 0 && kept.length() > length ? kept.substring(0, length) : kept;
    }

    private static boolean hasSurrogates(String value) {
        for (int i = 0; i < value.length(); i++) {
            if (Character.isSurrogate(value.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    private static String threeBytes(String value) {
        StringBuilder kept = new StringBuilder();
        value.codePoints().forEach(point -> {
            if (Character.isBmpCodePoint(point)) {
                kept.append((char) point);
            } else {
                kept.append("????");
            }
        });
        return kept.toString();
    }

    private static String integer(String value) {
        Matcher zero = ENORMOUS_ZERO.matcher(value);
        if (zero.matches() && isEnormous(zero.group(2))) {
            return Integer.toString(zero.group(1).equals("-") ? Integer.MIN_VALUE : Integer.MAX_VALUE);
        }
        BigDecimal rounded = leadingNumber(value).setScale(0, RoundingMode.HALF_UP);
        return rounded.max(BigDecimal.valueOf(Integer.MIN_VALUE))
                .min(BigDecimal.valueOf(Integer.MAX_VALUE))
                .toPlainString();
    }

    private static boolean isEnormous(String exponent) {
        return exponent.length() > EXPONENT_DIGITS || Integer.parseInt(exponent) >= ENORMOUS_EXPONENT;
    }

    private static String decimal(String value, Column column) {
        BigDecimal largest = BigDecimal.ONE
                .movePointRight(column.length())
                .subtract(BigDecimal.ONE)
                .movePointLeft(column.scale());
        return leadingNumber(value)
                .setScale(column.scale(), RoundingMode.HALF_UP)
                .max(largest.negate())
                .min(largest)
                .setScale(column.scale(), RoundingMode.UNNECESSARY)
                .toPlainString();
    }

    private static String date(String value) {
        Matcher date = DATE.matcher(value);
        return date.matches() ? checkedDate(date) : NO_DATE;
    }

    private static String checkedDate(Matcher date) {
        try {
            return LocalDate.of(year(date.group(1)), Integer.parseInt(date.group(2)), Integer.parseInt(date.group(3)))
                    .toString();
        } catch (DateTimeException e) {
            return NO_DATE;
        }
    }

    /** Years of two digits are of this century up to 69, of the last one from 70 on. */
    private static int year(String digits) {
        int year = Integer.parseInt(digits);
        return digits.length() > 2 ? year : year + (year < FIRST_OF_LAST_CENTURY ? 2000 : 1900);
    }

    private static String clock(String value) {
        Matcher time = TIME.matcher(value);
        if (!time.matches()) {
            return NO_TIME;
        }
        int minutes = Integer.parseInt(time.group(2));
        int seconds = time.group(3) == null ? 0 : Integer.parseInt(time.group(3));
        if (minutes > 59 || seconds > 59) {
            return NO_TIME;
        }
        return "%02d:%02d:%02d".formatted(Integer.parseInt(time.group(1)), minutes, seconds);
    }

    private static String datetime(String value) {
        Matcher date = DATE.matcher(value);
        String day = date.matches() ? checkedDate(date) : NO_DATE;
        if (day.equals(NO_DATE)) {
            return NO_DATE + " " + NO_TIME;
        }
        String clock = clock(date.group(4));
        return day + " " + (clock.compareTo(LocalTime.MAX.toString()) > 0 ? NO_TIME : clock);
    }
}
