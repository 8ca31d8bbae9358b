package io.github.camelvtiger.routes.sync.rows;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Texts of a workbook, whose XML does not have every character: others are written as {@code _x0001_} (ECMA-376 part 1, 22.9.2.19). */
final class XlsxText {

    private static final Pattern ESCAPED = Pattern.compile("_x([0-9A-Fa-f]{4})_");

    /** Control characters, halves of pairs, the two that are none; CR, which XML turns into LF; and what looks escaped. */
    private static final Pattern TO_ESCAPE =
            Pattern.compile("[\\x00-\\x08\\x0B-\\x1F\\uFFFE\\uFFFF]|\\p{Cs}|_(?=x[0-9A-Fa-f]{4}_)");

    private XlsxText() {}

    static String escaped(String text) {
        return TO_ESCAPE
                .matcher(text)
                .replaceAll(
                        match -> String.format("_x%04X_", (int) match.group().charAt(0)));
    }

    static String plain(String text) {
        return text.contains("_x") ? ESCAPED.matcher(text).replaceAll(XlsxText::character) : text;
    }

    private static String character(MatchResult escaped) {
        return Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(escaped.group(1), 16)));
    }
}
