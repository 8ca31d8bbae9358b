package io.github.camelvtiger.simulator.inventory;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What PHP 8 makes of a text if it computes with it. */
public final class PhpNumber {

    private static final Pattern LEADING =
            Pattern.compile("[ \\t\\n\\r\\x0B\\f]*([+-]?(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][+-]?\\d+)?).*", Pattern.DOTALL);

    private PhpNumber() {}

    /**
     * An operand of {@code + - * /}: null is 0, a text counts as far as it is a number.
     *
     * @throws NotANumber for a text that does not begin with a number, the empty one included
     */
    public static double operand(String text) {
        if (text == null) {
            return 0;
        }
        Matcher matcher = LEADING.matcher(text);
        if (!matcher.matches()) {
            throw new NotANumber(text);
        }
        return Double.parseDouble(matcher.group(1));
    }

    /**
     * As {@link #operand(String)}, of a JSON value.
     *
     * @throws NotANumber for an array or an object too
     */
    public static double operand(Object value) {
        if (value instanceof Boolean truth) {
            return truth ? 1 : 0;
        }
        if (value instanceof Number number) {
            return number.doubleValue();
        }
        if (value == null || value instanceof String) {
            return operand((String) value);
        }
        throw new NotANumber(value.toString());
    }

    /** {@code (float)}: 0 for what is not a number. */
    public static double cast(String text) {
        Matcher matcher = LEADING.matcher(text == null ? "" : text);
        return matcher.matches() ? Double.parseDouble(matcher.group(1)) : 0;
    }

    /** Whether the text is a number from end to end; blanks may surround it. */
    static boolean isNumeric(String text) {
        Matcher matcher = LEADING.matcher(text);
        return matcher.matches() && text.substring(matcher.end(1)).isBlank();
    }

    /** {@code empty()}; {@code "0.000"} is not. */
    public static boolean isEmpty(String text) {
        return text == null || text.isEmpty() || text.equals("0");
    }
}
