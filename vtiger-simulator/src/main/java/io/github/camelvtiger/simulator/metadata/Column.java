package io.github.camelvtiger.simulator.metadata;

import java.util.Locale;

/**
 * How the database keeps a field: decides what is cut, clipped or rounded without a word.
 *
 * @param length characters of a text, digits of a decimal; 0 for no limit
 * @param scale digits after the point of a decimal
 */
public record Column(Kind kind, int length, int scale) {

    public static final Column UNLIMITED_TEXT = new Column(Kind.TEXT, 0, 0);

    /** @param declared {@code text}, {@code text(40)}, {@code int}, {@code decimal(25,8)}, {@code date}, {@code time}, {@code datetime} */
    static Column parse(String declared) {
        int open = declared.indexOf('(');
        if (open < 0) {
            return new Column(Kind.valueOf(declared.toUpperCase(Locale.ROOT)), 0, 0);
        }
        Kind kind = Kind.valueOf(declared.substring(0, open).toUpperCase(Locale.ROOT));
        String[] sizes = declared.substring(open + 1, declared.length() - 1).split(",");
        return new Column(kind, Integer.parseInt(sizes[0]), sizes.length > 1 ? Integer.parseInt(sizes[1]) : 0);
    }

    public enum Kind {
        TEXT,
        INT,
        DECIMAL,
        DATE,
        TIME,
        DATETIME
    }
}
