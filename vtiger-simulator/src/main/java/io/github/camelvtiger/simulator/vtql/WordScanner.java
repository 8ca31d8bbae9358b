package io.github.camelvtiger.simulator.vtql;

/**
 * Cuts a query into words without a thought of what they mean: names and digits, quoted texts, signed numbers, signs,
 * runs of white space.
 */
final class WordScanner {

    private final String query;
    private int position;

    WordScanner(String query) {
        this.query = query;
    }

    boolean atEnd() {
        return position >= query.length();
    }

    /** @return the next word, which may be white space; {@code ""} if the characters make no word at all */
    String next() {
        int end = wordEnd(position);
        String word = query.substring(position, end);
        position = end;
        return word;
    }

    static boolean isBlank(String word) {
        return isBlank(word.charAt(0));
    }

    private int wordEnd(int start) {
        char c = query.charAt(start);
        if (isWordCharacter(c)) {
            return endOf(start, WordScanner::isWordCharacter);
        }
        if (isBlank(c)) {
            return endOf(start, WordScanner::isBlank);
        }
        return switch (c) {
            case '\'' -> quotedEnd(start);
            case '+', '-' -> signedNumberEnd(start);
            case '(', ')', ',', '*', '=', ';' -> start + 1;
            case '<', '>' -> start + (charAt(start + 1) == '=' ? 2 : 1);
            case '!' -> charAt(start + 1) == '=' ? start + 2 : start;
            default -> start;
        };
    }

    private int signedNumberEnd(int start) {
        int end = endOf(start + 1, c -> c >= '0' && c <= '9');
        return end == start + 1 ? start : end;
    }

    /**
     * A quoted text has at least one character, a quote in it is doubled. One that would not end otherwise ends at the
     * first half of its last doubled quote.
     */
    private int quotedEnd(int start) {
        int lastDoubled = -1;
        int i = start + 1;
        while (i < query.length()) {
            if (query.charAt(i) != '\'') {
                i++;
            } else if (charAt(i + 1) == '\'') {
                lastDoubled = i;
                i += 2;
            } else {
                break;
            }
        }
        if (i < query.length() && i > start + 1) {
            return i + 1;
        }
        return lastDoubled > start + 1 ? lastDoubled + 1 : start;
    }

    private char charAt(int index) {
        return index < query.length() ? query.charAt(index) : '\0';
    }

    private int endOf(int start, CharacterTest test) {
        int end = start;
        while (end < query.length() && test.accepts(query.charAt(end))) {
            end++;
        }
        return end;
    }

    private static boolean isWordCharacter(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '_';
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t' || c == '\r' || c == '\n';
    }

    private interface CharacterTest {
        boolean accepts(char c);
    }
}
