package io.github.camelvtiger.values;

import java.util.Locale;
import java.util.Set;

/** Yes and no: the server stores {@code 1} and {@code 0}, and takes the text {@code true} for no ({@code webservice.md §6}). */
final class FlagText {

    private static final Set<String> YES = Set.of("1", "true", "yes", "on", "y", "t");
    private static final Set<String> NO = Set.of("0", "false", "no", "off", "n", "f", "");

    private FlagText() {}

    /** @throws IllegalArgumentException for what is neither, with a reason */
    static boolean parse(String text) {
        String word = text.strip().toLowerCase(Locale.ROOT);
        if (YES.contains(word)) {
            return true;
        }
        if (NO.contains(word)) {
            return false;
        }
        throw new IllegalArgumentException("is neither yes nor no; write true or false");
    }
}
