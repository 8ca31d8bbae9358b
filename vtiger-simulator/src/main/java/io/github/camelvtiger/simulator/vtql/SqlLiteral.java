package io.github.camelvtiger.simulator.vtql;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A literal as MySQL reads it: the server hands it on as it is in the query. */
final class SqlLiteral {

    private static final Pattern NUMBER_PREFIX =
            Pattern.compile("\\s*([+-]?\\d+(?:\\.\\d*)?(?:[eE][+-]?\\d+)?).*", Pattern.DOTALL);
    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d+");

    private SqlLiteral() {}

    static boolean isQuoted(String literal) {
        return literal.startsWith("'");
    }

    static boolean isNumber(String literal) {
        return NUMBER.matcher(literal).matches();
    }

    /** The number that a text begins with; 0 for none, as MySQL casts. */
    static double number(String text) {
        Matcher matcher = NUMBER_PREFIX.matcher(text);
        return matcher.matches() ? Double.parseDouble(matcher.group(1)) : 0;
    }

    /**
     * The text between the quotes, escapes resolved. {@code \%} and {@code \_} stay, for a LIKE.
     *
     * @throws HiddenSqlError if a backslash takes the closing quote for itself
     */
    static String text(String quoted) {
        StringBuilder text = new StringBuilder();
        int last = quoted.length() - 1;
        int i = 1;
        while (i < last) {
            char c = quoted.charAt(i);
            if (c == '\\') {
                i++;
                text.append(escaped(quoted.charAt(i)));
            } else if (c == '\'' && quoted.charAt(i + 1) != '\'') {
                throw new HiddenSqlError("a text ends before its end");
            } else {
                i += c == '\'' ? 1 : 0;
                text.append(c);
            }
            i++;
        }
        if (i > last) {
            throw new HiddenSqlError("a text does not end");
        }
        return text.toString();
    }

    private static String escaped(char c) {
        return switch (c) {
            case 'n' -> "\n";
            case 't' -> "\t";
            case 'r' -> "\r";
            case 'b' -> "\b";
            case '0' -> "\0";
            case 'Z' -> "\u001a";
            case '%', '_' -> "\\" + c;
            default -> String.valueOf(c);
        };
    }
}
