package io.github.camelvtiger.routes.sync.rows;

import java.util.regex.Pattern;

/**
 * Texts that a spreadsheet would compute instead of showing them: whoever may write into a field of the CRM could run a
 * command on the machine of whoever opens the exported CSV file. An apostrophe before them makes them text; it is taken off
 * again when a file is read, so that an exported file can be read back.
 */
final class FormulaText {

    /** Beside those of all spreadsheets, the full-width forms that East Asian ones take for the same. */
    private static final Pattern COMPUTED =
            Pattern.compile("'*[=+\\-@\\t\\r\\n\uFF1D\uFF0B\uFF0D\uFF20].*", Pattern.DOTALL);

    /** Numbers, also telephone numbers, cannot compute anything. */
    private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9][0-9 .,]*(?:[eE][+-]?[0-9]+)?%?");

    private FormulaText() {}

    static String neutralised(String text) {
        return COMPUTED.matcher(text).matches() && !NUMBER.matcher(text).matches() ? "'" + text : text;
    }

    /** The text as it is, unless it would lose an apostrophe of its own when it is read. */
    static String kept(String text) {
        return plain(text).equals(text) ? text : "'" + text;
    }

    /** The text that was neutralised, or the text itself. */
    static String plain(String text) {
        return text.startsWith("'") && COMPUTED.matcher(text).matches() ? text.substring(1) : text;
    }
}
