package io.github.camelvtiger.routes.sync.rows;

/** The text of a cell without what surrounds it and cannot be seen. */
public final class CellText {

    private CellText() {}

    /**
     * Without spaces of every kind, zero-width characters and direction marks at both ends: they come with copies from web
     * pages and mails, and the CRM would keep them.
     */
    public static String strip(String cell) {
        int start = 0;
        int end = cell.length();
        while (start < end && isInvisible(cell.charAt(start))) {
            start++;
        }
        while (end > start && isInvisible(cell.charAt(end - 1)) && !joins(cell, end - 1)) {
            end--;
        }
        return cell.substring(start, end);
    }

    static boolean isBlank(String cell) {
        return strip(cell).isEmpty();
    }

    private static boolean isInvisible(char each) {
        return Character.isWhitespace(each) || Character.isSpaceChar(each) || isControl(each) || isMark(each);
    }

    /** A zero byte is not among them: it says that the file is not what it was taken for. */
    private static boolean isControl(char each) {
        return each > 0 && each < ' ' || each == '\u007F' || each == '\u0085';
    }

    private static boolean isMark(char each) {
        return each >= '\u200B' && each <= '\u200F'
                || each >= '\u202A' && each <= '\u202E'
                || each >= '\u2060' && each <= '\u206F'
                || each == '\u061C'
                || each == '\u180E'
                || each == '\uFEFF';
    }

    /** A joiner behind a vowel sign or virama is part of how a word in an Indic script is written. */
    private static boolean joins(String cell, int index) {
        boolean joiner = cell.charAt(index) == '\u200C' || cell.charAt(index) == '\u200D';
        if (!joiner || index == 0) {
            return false;
        }
        int before = Character.getType(cell.charAt(index - 1));
        return before == Character.NON_SPACING_MARK || before == Character.COMBINING_SPACING_MARK;
    }
}
