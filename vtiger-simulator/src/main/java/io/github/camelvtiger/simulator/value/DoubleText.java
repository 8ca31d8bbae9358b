package io.github.camelvtiger.simulator.value;

import java.math.BigDecimal;
import java.math.MathContext;

/** A JSON number that PHP reads as a double, as the database's text of it. */
final class DoubleText {

    /** PHP's {@code precision}. */
    private static final MathContext PRECISION = new MathContext(14);

    /** From this many digits before the point on the database writes an exponent. */
    private static final int PLAIN_DIGITS = 15;

    private DoubleText() {}

    static String of(BigDecimal number) {
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
