package io.github.camelvtiger.client;

import java.io.Serializable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The id of a record: {@code 12x34} is record 34 of the module whose {@code idPrefix} is 12 ({@code webservice.md §4}).
 * The order is that of the numbers, which the server compares as well.
 */
public record RecordId(int prefix, long number) implements Comparable<RecordId>, Serializable {

    private static final Pattern FORM = Pattern.compile("(\\d{1,9})x(\\d{1,18})");

    /**
     * @throws InvalidRecordException when the text is not of the form {@code 12x34}; the server itself would take much
     *     more ({@code " 12x5'"}) and then act on a record that nobody meant
     */
    public static RecordId parse(String text) {
        Matcher matcher = FORM.matcher(text == null ? "" : text);
        if (!matcher.matches()) {
            throw new InvalidRecordException(
                    "The id '" + text
                            + "' is not a record id; it must look like 12x34 (the module's prefix, an x, the number).",
                    FailureContext.of(null, null, text));
        }
        return new RecordId(Integer.parseInt(matcher.group(1)), Long.parseLong(matcher.group(2)));
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
