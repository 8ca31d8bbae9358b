package io.github.camelvtiger.routes.sync.rows;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.Optional;

/**
 * The beginning of a CSV text, looked at before the text is parsed, because it shows what separates the cells.
 *
 * @param separator what separates the cells
 * @param linesBefore how many lines were read past because they declare the separator
 */
record TitleLine(Separator separator, long linesBefore) {

    private static final int LONGEST = 1 << 16;

    /**
     * Leaves the text at the titles.
     *
     * @param set the separator of a file that does not declare its own
     */
    static TitleLine find(BufferedReader text, Optional<Separator> set) throws IOException {
        text.mark(LONGEST);
        String head = head(text);
        text.reset();
        Separator separator = Separator.of(head);
        if (!separator.declared()) {
            return new TitleLine(set.orElse(separator), 0);
        }
        text.skip(head.length());
        return new TitleLine(separator, head.lines().count());
    }

    /** Everything up to the end of the first line that is not blank; a line end in quotes is not the end. */
    private static String head(BufferedReader text) throws IOException {
        StringBuilder head = new StringBuilder();
        boolean blank = true;
        boolean quoted = false;
        int each = text.read();
        while (each >= 0 && head.length() < LONGEST - 2) {
            head.append((char) each);
            quoted ^= each == '"';
            blank &= Character.isWhitespace(each);
            int next = text.read();
            boolean lineEnd = each == '\n' || each == '\r' && next != '\n';
            if (lineEnd && !quoted && !blank) {
                break;
            }
            each = next;
        }
        return head.toString();
    }
}
