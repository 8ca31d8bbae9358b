package io.github.camelvtiger.inventory;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.regex.Pattern;

/** Values of orders and their items as texts: numbers are equal whatever their form, and nothing is zero. */
final class ItemValue {

    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d{1,30}(\\.\\d{0,30})?");

    private ItemValue() {}

    static String text(Object value) {
        return value == null ? "" : String.valueOf(value).strip();
    }

    /** Whether it is a number other than zero. */
    static boolean isAmount(Object value) {
        return number(value).filter(number -> number.signum() != 0).isPresent();
    }

    /** Whether the server would store one value as the other, which it rounds to its own decimals. */
    static boolean same(Object wanted, Object stored) {
        String want = text(wanted);
        String have = text(stored);
        if (want.equals(have)) {
            return true;
        }
        if (want.isEmpty() || have.isEmpty()) {
            return !isAmount(want) && !isAmount(have) && number(want + have).isPresent();
        }
        Optional<BigDecimal> wantedNumber = number(want);
        Optional<BigDecimal> storedNumber = number(have);
        return wantedNumber.isPresent()
                && storedNumber.isPresent()
                && wantedNumber
                                .get()
                                .setScale(Math.max(0, storedNumber.get().scale()), RoundingMode.HALF_UP)
                                .compareTo(storedNumber.get())
                        == 0;
    }

    private static Optional<BigDecimal> number(Object value) {
        String text = text(value);
        return NUMBER.matcher(text).matches() ? Optional.of(new BigDecimal(text)) : Optional.empty();
    }
}
