package io.github.camelvtiger.simulator.operation;

import java.math.BigDecimal;
import java.math.MathContext;

/** What becomes of a JSON number that is no integer of PHP's on its way into a text column. */
final class FloatText {

    /** PHP's setting {@code precision}. */
    private static final MathContext PRECISION = new MathContext(14);

    /** From here on the database writes a power of ten. */
    private static final BigDecimal POWERS_FROM = new BigDecimal("1e15");

    private FloatText() {}

    /** Fourteen digits at most; {@code ""} for what no float can hold. */
    static String of(BigDecimal number) {
        if (Double.isInfinite(number.doubleValue())) {
            return "";
        }
        if (number.abs().compareTo(POWERS_FROM) < 0) {
            return number.stripTrailingZeros().toPlainString();
        }
        BigDecimal rounded = number.round(PRECISION).stripTrailingZeros();
        int exponent = rounded.precision() - rounded.scale() - 1;
        return rounded.movePointLeft(exponent).toPlainString() + "e" + exponent;
    }
}
