package io.github.camelvtiger.routes.sync.rows;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What separates two cells.
 *
 * @param declared whether the file says so itself, in a line {@code sep=;} before the titles
 */
public record Separator(char character, boolean declared) {

    /** As Excel reads it; a spreadsheet that saves such a line as a row may quote it and put separators behind it. */
    private static final Pattern DECLARATION = Pattern.compile(
            "\\s*\"?sep=(?<separator>[^\\p{Alnum}\"\\r\\n]|\\\\t)\"?[\\s,;]*", Pattern.CASE_INSENSITIVE);

    static final Separator COMMA = new Separator(',', false);

    private static final char[] USUAL = {',', ';', '\t'};

    /**
     * The declared one, or the usual one that the line has most of, outside quotes; a comma if it has none.
     *
     * @param line a declaration, or the titles
     */
    static Separator of(String line) {
        Matcher declaration = DECLARATION.matcher(line);
        if (declaration.matches()) {
            String separator = declaration.group("separator");
            return new Separator(separator.equals("\\t") ? '\t' : separator.charAt(0), true);
        }
        char best = USUAL[0];
        for (char candidate : USUAL) {
            if (count(candidate, line) > count(best, line)) {
                best = candidate;
            }
        }
        return new Separator(best, false);
    }

    /**
     * What {@code separator:} of a sync file says.
     *
     * @throws BadFileException if it is not one character that can separate cells
     */
    static Separator named(String text) {
        String separator = text.equals("\\t") || text.equalsIgnoreCase("tab") ? "\t" : text;
        if (separator.length() != 1 || separator.matches("[\\p{Alnum}\"\\r\\n]")) {
            throw new BadFileException("'" + text
                    + "' cannot separate cells; set separator: to one character such as ';' or ',', or to 'tab'.");
        }
        return new Separator(separator.charAt(0), false);
    }

    private static int count(char separator, String titles) {
        int count = 0;
        boolean quoted = false;
        for (char each : titles.toCharArray()) {
            if (each == '"') {
                quoted = !quoted;
            } else if (each == separator && !quoted) {
                count++;
            }
        }
        return count;
    }
}
