package io.github.camelvtiger.simulator.kind;

import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** The name under which others see a user: first and last name, without tags and without what is in quotes (seen on 8.2.0). */
final class UserLabel {

    private static final Pattern TAG = Pattern.compile("<[^\\s>][^>]*>?");

    private UserLabel() {}

    /** @param value of each field of the user */
    static String of(UnaryOperator<String> value) {
        String joined = (value.apply("first_name") + " " + value.apply("last_name")).strip();
        return unquoted(TAG.matcher(joined).replaceAll(""));
    }

    /** A quote without a second one takes all that follows; single quotes count if there are no double ones. */
    private static String unquoted(String text) {
        char quote = text.indexOf('"') >= 0 ? '"' : '\'';
        int begin = text.indexOf(quote);
        if (begin < 0) {
            return text;
        }
        int end = text.indexOf(quote, begin + 1);
        return text.substring(0, begin) + (end < 0 ? "" : unquoted(text.substring(end + 1)));
    }
}
