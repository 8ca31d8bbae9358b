package io.github.camelvtiger.simulator.store;

import java.util.function.UnaryOperator;

/**
 * What a user has chosen, as far as the API depends on it: dates and amounts that are sent pass through his formats.
 *
 * @param decimals of amounts
 * @param dateFormat such as {@code dd-mm-yyyy}
 * @param grouping the pattern of groups, such as {@code 123,456,789}; the separators count only if there is one
 * @param trailingZeros whether the zeros at the end of an amount's decimals are kept
 * @param conversionRate of his currency
 * @param language such as {@code de_de}, of labels
 */
public record Preferences(
        String timeZone,
        int decimals,
        String dateFormat,
        String grouping,
        String groupingSeparator,
        String decimalSeparator,
        boolean trailingZeros,
        double conversionRate,
        String language) {

    private static final String NO_BREAK_SPACE = "\u00a0";

    static Preferences of(String timeZone, int decimals) {
        return new Preferences(timeZone, decimals, "yyyy-mm-dd", "", ",", ".", true, 1, "en_us");
    }

    /** @param value of each field of the user */
    static Preferences of(UnaryOperator<String> value, double conversionRate) {
        String decimals = value.apply("no_of_currency_decimals");
        return new Preferences(
                value.apply("time_zone"),
                decimals.matches("\\d{1,2}") ? Integer.parseInt(decimals) : 0,
                value.apply("date_format"),
                value.apply("currency_grouping_pattern"),
                separator(value.apply("currency_grouping_separator")),
                separator(value.apply("currency_decimal_separator")),
                !value.apply("truncate_trailing_zeros").equals("1"),
                conversionRate,
                value.apply("language"));
    }

    private static String separator(String chosen) {
        String separator = chosen.replace("&nbsp;", " ").replace(NO_BREAK_SPACE, " ");
        return separator.isEmpty() || separator.equals("0") ? " " : separator;
    }
}
