package io.github.camelvtiger.routes.csv;

/** What stands between two cells. */
enum Separator {
    COMMA(','),
    SEMICOLON(';'),
    TAB('\t');

    private final char character;

    Separator(char character) {
        this.character = character;
    }

    char character() {
        return character;
    }

    /** The one that the line of titles has most of, outside of quotes; a comma where it has none. */
    static Separator of(String titles) {
        Separator best = COMMA;
        for (Separator candidate : values()) {
            if (candidate.countIn(titles) > best.countIn(titles)) {
                best = candidate;
            }
        }
        return best;
    }

    private int countIn(String titles) {
        int count = 0;
        boolean quoted = false;
        for (char each : titles.toCharArray()) {
            if (each == '"') {
                quoted = !quoted;
            } else if (each == character && !quoted) {
                count++;
            }
        }
        return count;
    }
}
