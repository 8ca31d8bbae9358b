package io.github.camelvtiger.routes.sync.mapping;

import io.github.camelvtiger.routes.sync.rows.CellText;
import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Texts of cells and names of columns. */
final class Words {

    private static final int LONGEST_SHOWN = 40;

    private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}]+");

    private Words() {}

    /** As names of columns are compared: without regard to case, to the kind of spaces, and to how accents are composed. */
    static String folded(String name) {
        return SPACES.matcher(Normalizer.normalize(CellText.strip(name), Normalizer.Form.NFC))
                .replaceAll(" ")
                .toLowerCase(Locale.ROOT);
    }

    /** What a value is written as; empty for null. */
    static String text(Object value) {
        if (value == null) {
            return "";
        }
        Object plain = tidy(value);
        return plain instanceof BigDecimal number ? number.toPlainString() : CellText.strip(String.valueOf(plain));
    }

    /** A number of a spreadsheet that is whole has no decimals: 5, not 5.0. Other values are as they were. */
    static Object tidy(Object value) {
        if (!(value instanceof Double || value instanceof Float)) {
            return value;
        }
        double number = ((Number) value).doubleValue();
        if (Double.isNaN(number) || Double.isInfinite(number)) {
            return value;
        }
        BigDecimal exact = new BigDecimal(value.toString()).stripTrailingZeros();
        return exact.scale() < 0 ? exact.setScale(0) : exact;
    }

    /** Whether there is nothing in it. */
    static boolean isEmpty(Object value) {
        return value == null
                || value instanceof CharSequence text
                        && CellText.strip(text.toString()).isEmpty()
                || value instanceof List<?> list && list.isEmpty()
                || value instanceof Map<?, ?> map && map.isEmpty();
    }

    /** A value as a sentence shows it. */
    static String shown(Object value) {
        String text = String.valueOf(value).replaceAll("\\p{Cntrl}", " ");
        int end = text.offsetByCodePoints(0, Math.min(LONGEST_SHOWN, text.codePointCount(0, text.length())));
        return "'" + (end < text.length() ? text.substring(0, end) + "..." : text) + "'";
    }
}
