package io.github.camelvtiger.simulator.inventory;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Numbers as PHP 8.2 rounds them and writes them into texts. */
final class PhpRounding {

    /** PHP rounds to as many significant digits first, so that 1.005 counts as what it was written as; but not where that would reach before the places that are asked for. */
    private static final int SIGNIFICANT = 15;

    /** php.ini's {@code precision}. */
    private static final MathContext PRECISION = new MathContext(14, RoundingMode.HALF_EVEN);

    private static final int LOWEST_PLAIN_EXPONENT = -4;

    private PhpRounding() {}

    /** {@code round()}: half away from zero. */
    static double rounded(double value, int places) {
        return decimal(value, places).doubleValue();
    }

    /** {@code number_format()} without grouping; there is no negative zero. */
    static String formatted(double value, int places) {
        BigDecimal decimal = decimal(value, places);
        return (decimal.signum() == 0 ? BigDecimal.ZERO.setScale(places) : decimal).toPlainString();
    }

    private static BigDecimal decimal(double value, int places) {
        BigDecimal exact = new BigDecimal(value);
        int exponent = exact.precision() - exact.scale() - 1;
        BigDecimal written = SIGNIFICANT - 1 - exponent > places
                ? exact.round(new MathContext(SIGNIFICANT, RoundingMode.HALF_UP))
                : exact;
        return written.setScale(places, RoundingMode.HALF_UP);
    }

    /** {@code (string)}. */
    static String text(double value) {
        BigDecimal decimal = new BigDecimal(value).round(PRECISION).stripTrailingZeros();
        int exponent = decimal.precision() - decimal.scale() - 1;
        if (decimal.signum() == 0) {
            return "0";
        }
        if (exponent >= LOWEST_PLAIN_EXPONENT && exponent < PRECISION.getPrecision() + 1) {
            return decimal.toPlainString();
        }
        String digits = decimal.unscaledValue().abs().toString();
        String fraction = digits.length() > 1 ? digits.substring(1) : "0";
        return (decimal.signum() < 0 ? "-" : "") + digits.charAt(0) + "." + fraction + "E" + (exponent < 0 ? "-" : "+")
                + Math.abs(exponent);
    }

    /** Without the zeros after the point, as quantities are shown: 2 for 2.000. */
    static String trimmed(String number) {
        String kept = number.indexOf('.') > 0 ? number.replaceAll("0+$", "") : number;
        return kept.replaceAll("\\.+$", "");
    }
}
