package io.github.camelvtiger.simulator.value;

import io.github.camelvtiger.simulator.store.ColumnText;
import io.github.camelvtiger.simulator.store.Preferences;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The amounts of one user. The server writes a sent amount in his format, as if for the screen, and reads it again from
 * there when it saves: so it is rounded to his decimals, and what his separators make of it is not always the amount that
 * was sent.
 */
final class AmountFormat {

    private static final String PLAIN = "123456789";
    private static final String LAST_THREE = "123456,789";
    private static final String MIXED = "12,34,56,789";
    private static final int THREE = 3;

    /** Of amounts in the user's currency. */
    private static final int CONVERTED_DECIMALS = 5;

    private final Preferences preferences;

    AmountFormat(Preferences preferences) {
        this.preferences = preferences;
    }

    /** @return the amount after it was formatted and read again */
    BigDecimal rounded(BigDecimal sent) {
        return read(written(sent));
    }

    /** The same by way of the user's currency. */
    BigDecimal converted(BigDecimal sent) {
        double rate = preferences.conversionRate();
        if (rate == 1) {
            return rounded(sent);
        }
        BigDecimal own = decimal(sent.doubleValue() * rate).setScale(CONVERTED_DECIMALS, RoundingMode.HALF_UP);
        double amount = rounded(own).doubleValue();
        return rate == 0 ? BigDecimal.ZERO : decimal(amount / rate);
    }

    /** As a save reads an amount in the user's format. */
    BigDecimal read(String written) {
        String number = written.replace(groupingSeparator(), "").replace(decimalSeparator(), ".");
        return ColumnText.leadingNumber(number);
    }

    private String written(BigDecimal sent) {
        BigDecimal number = decimal(sent.doubleValue()).setScale(preferences.decimals(), RoundingMode.HALF_UP);
        String[] parts = number.abs().toPlainString().split("\\.");
        parts[0] = String.join(groupingSeparator(), groups(parts[0]));
        String amount = String.join(decimalSeparator(), parts);
        return (number.signum() < 0 ? "-" : "") + (preferences.trailingZeros() ? amount : truncated(amount));
    }

    /** Decimals are searched by their separator, which one of thousands may look like. */
    private String truncated(String amount) {
        String separator = preferences.decimalSeparator();
        String shown = amount.indexOf(separator) > 0 ? amount.replaceFirst("0+$", "") : amount;
        String[] parts = shown.split(Pattern.quote(separator), -1);
        if (parts.length < 2 || parts[1].isEmpty()) {
            return parts[0];
        }
        return parts[1].length() == 1 ? parts[0] + separator + parts[1] : shown;
    }

    /** PHP counts in doubles, and its word for what is beyond those is not a number when it is read again. */
    private static BigDecimal decimal(double value) {
        return Double.isFinite(value) ? BigDecimal.valueOf(value) : BigDecimal.ZERO;
    }

    private List<String> groups(String digits) {
        if (preferences.grouping().equals(PLAIN)) {
            return List.of(digits);
        }
        int size =
                switch (preferences.grouping()) {
                    case LAST_THREE -> digits.length();
                    case MIXED -> 2;
                    default -> THREE;
                };
        List<String> groups = new ArrayList<>();
        int end = Math.max(digits.length() - THREE, 0);
        groups.add(digits.substring(end));
        for (; end > 0; end = Math.max(end - size, 0)) {
            groups.add(0, digits.substring(Math.max(end - size, 0), end));
        }
        return groups;
    }

    private String groupingSeparator() {
        return preferences.grouping().isEmpty() ? "," : preferences.groupingSeparator();
    }

    private String decimalSeparator() {
        return preferences.grouping().isEmpty() ? "." : preferences.decimalSeparator();
    }
}
