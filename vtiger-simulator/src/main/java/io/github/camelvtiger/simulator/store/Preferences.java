package io.github.camelvtiger.simulator.store;

import java.util.function.UnaryOperator;

/**
 * What a user has chosen, as far as the API depends on it.
 *
 * @param decimals of amounts, which are rounded to them on write
 * @param dateFormat such as {@code dd-mm-yyyy}: a date that is sent passes through it
 */
public record Preferences(String timeZone, int decimals, String dateFormat) {

    private static final String DATE_FORMAT = "yyyy-mm-dd";

    static Preferences of(String timeZone, int decimals) {
        return new Preferences(timeZone, decimals, DATE_FORMAT);
    }

    /** @param value of each field of the user */
    static Preferences of(UnaryOperator<String> value) {
        String decimals = value.apply("no_of_currency_decimals");
        return new Preferences(
                value.apply("time_zone"),
                decimals.matches("\\d") ? Integer.parseInt(decimals) : 0,
                value.apply("date_format"));
    }
}
