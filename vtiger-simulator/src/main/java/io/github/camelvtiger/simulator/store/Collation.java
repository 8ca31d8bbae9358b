package io.github.camelvtiger.simulator.store;

import java.text.Normalizer;

/**
 * Compares texts as MySQL's {@code utf8_general_ci} does: without regard to case and accents, and as if the shorter one
 * were padded with spaces ({@code webservice.md §7}).
 */
public final class Collation {

    private Collation() {}

    public static int compare(String left, String right) {
        int length = Math.max(left.length(), right.length());
        for (int i = 0; i < length; i++) {
            char l = i < left.length() ? folded(left.charAt(i)) : ' ';
            char r = i < right.length() ? folded(right.charAt(i)) : ' ';
            if (l != r) {
                return Character.compare(l, r);
            }
        }
        return 0;
    }

    public static char folded(char c) {
        if (c < 0x80) {
            return c >= 'a' && c <= 'z' ? (char) (c - 32) : c;
        }
        if (c == 'ß') {
            return 'S';
        }
        return Character.toUpperCase(
                Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFD).charAt(0));
    }
}
