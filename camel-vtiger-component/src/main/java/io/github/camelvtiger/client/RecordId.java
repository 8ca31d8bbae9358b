package io.github.camelvtiger.client;

import java.io.Serializable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The id of a record: {@code 12x34} is record 34 of the module whose {@code idPrefix} is 12 ({@code webservice.md §4}).
 * The order is that of the numbers, which the server compares as well.
 */
public record RecordId(int prefix, long number) implements Comparable<RecordId>, Serializable {

    private static final Pattern FORM = Pattern.compile("(0|[1-9][0-9]{0,8})x(0|[1-9][0-9]{0,17})");
    private static final int LONGEST_SHOWN = 40;

    /**
     * @throws InvalidRecordException when the text is not exactly as the server writes an id: it would take much more
     *     ({@code " 12x5'"}, {@code 012x5}) and act on a record that was not meant
     */
    public static RecordId parse(String text) {
        Matcher matcher = FORM.matcher(text == null ? "" : text);
        if (!matcher.matches()) {
            String shown = shown(text);
            throw new InvalidRecordException(
                    "The id '" + shown
                            + "' is not a record id; write it like 12x34: the module's prefix, an x and the number,"
                            + " without spaces or leading zeros.",
                    FailureContext.of(null, null, shown));
        }
        return new RecordId(Integer.parseInt(matcher.group(1)), Long.parseLong(matcher.group(2)));
    }

    /** Whether a text is an id exactly as the server writes it. */
    public static boolean isOne(String text) {
        return FORM.matcher(text).matches();
    }

    /** Whatever was given instead of an id may be long, and may forge a line of a log. */
    private static String shown(String text) {
        String line = String.valueOf(text).replaceAll("\\p{Cntrl}", " ");
        return line.length() > LONGEST_SHOWN ? line.substring(0, LONGEST_SHOWN) + "..." : line;
    }

    @Override
    public int compareTo(RecordId other) {
        int byNumber = Long.compare(number, other.number);
        return byNumber != 0 ? byNumber : Integer.compare(prefix, other.prefix);
    }

    @Override
    public String toString() {
        return prefix + "x" + number;
    }
}
