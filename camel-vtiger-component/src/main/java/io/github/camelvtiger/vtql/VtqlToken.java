package io.github.camelvtiger.vtql;

/**
 * A word, a number, a quoted text or a sign of a query.
 *
 * @param text as written, quotes included
 * @param at where it begins
 */
record VtqlToken(Kind kind, String text, int at) {

    enum Kind {
        WORD,
        TEXT,
        SIGN,
        PARAMETER,
        END
    }

    boolean is(String word) {
        return kind != Kind.TEXT && text.equalsIgnoreCase(word);
    }

    boolean isWord() {
        return kind == Kind.WORD;
    }
}
