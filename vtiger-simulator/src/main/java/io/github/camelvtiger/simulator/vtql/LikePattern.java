package io.github.camelvtiger.simulator.vtql;

import io.github.camelvtiger.simulator.store.Collation;

/**
 * The pattern of a LIKE: {@code %} for any text, {@code _} for one character, a backslash before one of them takes it
 * for itself. Folds as {@link Collation} does, but trailing spaces count.
 */
final class LikePattern {

    private static final char ANY_TEXT = '\uE000';
    private static final char ANY_CHARACTER = '\uE001';

    private final String pattern;

    LikePattern(String text) {
        StringBuilder compiled = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\' && i + 1 < text.length()) {
                i++;
                compiled.append(Collation.folded(text.charAt(i)));
            } else if (c == '%') {
                compiled.append(ANY_TEXT);
            } else if (c == '_') {
                compiled.append(ANY_CHARACTER);
            } else {
                compiled.append(Collation.folded(c));
            }
        }
        pattern = compiled.toString();
    }

    boolean matches(String text) {
        int t = 0;
        int p = 0;
        int lastAny = -1;
        int resume = 0;
        while (t < text.length()) {
            char wanted = p < pattern.length() ? pattern.charAt(p) : '\0';
            if (p < pattern.length() && wanted == ANY_TEXT) {
                lastAny = p;
                resume = t;
                p++;
            } else if (p < pattern.length()
                    && (wanted == ANY_CHARACTER || wanted == Collation.folded(text.charAt(t)))) {
                p++;
                t++;
            } else if (lastAny >= 0) {
                p = lastAny + 1;
                resume++;
                t = resume;
            } else {
                return false;
            }
        }
        while (p < pattern.length() && pattern.charAt(p) == ANY_TEXT) {
            p++;
        }
        return p == pattern.length();
    }
}
