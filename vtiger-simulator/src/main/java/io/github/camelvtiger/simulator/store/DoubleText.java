package io.github.camelvtiger.simulator.store;

import java.math.BigDecimal;
import java.math.MathContext;

/** A JSON number that PHP reads as a double, as the database's text of it. */
public final class DoubleText {

    /** PHP's {@code precision}. */
    private static final MathContext PRECISION = new MathContext(14);

    /** From this many digits before the point on the database writes an exponent. */
    private static final int PLAIN_DIGITS = 15;

    private static final int LOWEST_PLAIN_EXPONENT = -4;

    private DoubleText() {}

    /** As PHP writes it into a text, with an exponent for the very large and the very small. */
    public static String php(double number) {
        if (Double.isInfinite(number)) {
            return number > 0 ? "INF" : "-INF";
        }
        if (number == 0) {
            return 1 / number < 0 ? "-0" : "0";
        }
        BigDecimal rounded = BigDecimal.valueOf(number).round(PRECISION).stripTrailingZeros();
        int exponent = rounded.precision() - rounded.scale() - 1;
        if (exponent >= LOWEST_PLAIN_EXPONENT && exponent < PLAIN_DIGITS) {
            return rounded.toPlainString();
        }
        String mantissa = rounded.movePointLeft(exponent).stripTrailingZeros().toPlainString();
        return (mantissa.contains(".") ? mantissa : mantissa + ".0") + "E" + (exponent < 0 ? "" : "+") + exponent;
    }

    /** As the database layer writes it into a statement. */
    public static String of(BigDecimal number) {
        BigDecimal rounded =
                BigDecimal.valueOf(number.doubleValue()).round(PRECISION).stripTrailingZeros();
        int digits = rounded.precision() - rounded.scale();
        if (digits <= PLAIN_DIGITS) {
            return rounded.toPlainString();
        }
        BigDecimal mantissa = rounded.movePointLeft(digits - 1).stripTrailingZeros();
        return mantissa.toPlainString() + "e" + (digits - 1);
    }
}
