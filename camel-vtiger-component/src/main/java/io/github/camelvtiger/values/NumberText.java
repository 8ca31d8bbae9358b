package io.github.camelvtiger.values;

import java.math.BigDecimal;
import java.util.regex.Pattern;

/**
 * Numbers as people and programs write them. A point alone is a decimal point, as the server has it; other separators
 * count only where they can mean one thing.
 */
final class NumberText {

    /** A value of more digits than this fits no field; an exponent beyond it would be written out in full. */
    private static final int MOST_DIGITS = 60;

    private static final Pattern PLAIN = Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d{1,4})?");
    private static final Pattern GROUPS_OF_COMMAS = Pattern.compile("[+-]?[1-9]\\d{0,2}(,\\d{3})+(\\.\\d*)?");
    private static final Pattern GROUPS_OF_POINTS = Pattern.compile("[+-]?[1-9]\\d{0,2}(\\.\\d{3})+(,\\d*)?");
    private static final Pattern OTHER_GROUPS =
            Pattern.compile("[+-]?[1-9]\\d{0,2}(?:([' \u2019\u00a0\u2009\u202f_])\\d{3})(?:\\1\\d{3})*([.,]\\d*)?");
    private static final Pattern DECIMAL_COMMA = Pattern.compile("[+-]?\\d*,\\d+");
    private static final Pattern EITHER = Pattern.compile("[+-]?[1-9]\\d{0,2},\\d{3}");
    private static final Pattern SIGN_BESIDE = Pattern.compile("^[\\p{Sc}\\s\u00a0]+|[\\p{Sc}\\s\u00a0%]+$");

    private NumberText() {}

    /**
     * {@code 1234.5}, {@code 1e3}, {@code 1,234.50}, {@code 1.234,50}, {@code 1 234,50}, {@code 12,5}; a currency's or a
     * percent sign beside it is left out.
     *
     * @throws IllegalArgumentException for anything else, with a reason: {@code 1,234} may mean two things
     */
    static BigDecimal parse(String given) {
        String text = SIGN_BESIDE.matcher(given).replaceAll("");
        if (PLAIN.matcher(text).matches()) {
            return bounded(new BigDecimal(text));
        }
        if (EITHER.matcher(text).matches()) {
            throw new IllegalArgumentException(
                    "may mean " + text.replace(",", "") + " or " + text.replace(',', '.') + "; write one of these");
        }
        if (GROUPS_OF_COMMAS.matcher(text).matches()) {
            return bounded(new BigDecimal(text.replace(",", "")));
        }
        if (GROUPS_OF_POINTS.matcher(text).matches()) {
            return bounded(new BigDecimal(text.replace(".", "").replace(',', '.')));
        }
        if (OTHER_GROUPS.matcher(text).matches()) {
            return bounded(new BigDecimal(
                    text.replaceAll("[' \u2019\u00a0\u2009\u202f_]", "").replace(',', '.')));
        }
        if (DECIMAL_COMMA.matcher(text).matches()) {
            return bounded(new BigDecimal(text.replace(',', '.')));
        }
        throw new IllegalArgumentException("is not a number; write digits with a decimal point, such as 1234.5");
    }

    private static BigDecimal bounded(BigDecimal number) {
        if (number.precision() > MOST_DIGITS || Math.abs((long) number.scale()) > MOST_DIGITS) {
            throw new IllegalArgumentException("has more digits than any field holds");
        }
        return number;
    }

    /** @throws IllegalArgumentException for what is not finite or too long to be written out */
    static BigDecimal of(Number number) {
        if (number instanceof BigDecimal decimal) {
            return bounded(decimal);
        }
        try {
            return bounded(new BigDecimal(number.toString()));
        } catch (NumberFormatException notFinite) {
            throw new IllegalArgumentException(
                    "is not a finite number; leave the field out or give a number", notFinite);
        }
    }
}
