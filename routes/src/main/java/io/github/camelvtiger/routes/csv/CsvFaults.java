package io.github.camelvtiger.routes.csv;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;

/** What is said of a file that cannot be read on. */
final class CsvFaults {

    private CsvFaults() {}

    /** @param line on which the row begins that could not be read */
    static String of(IOException fault, CsvEncoding encoding, long line) {
        String where = "The row that begins on line " + line;
        String what = String.valueOf(fault.getMessage());
        if (fault instanceof FileReplacedException) {
            return "The file was replaced, shortened or removed by another program while it was read, before line "
                    + line + ".";
        }
        if (fault instanceof RowLimit.RowTooLongException) {
            return where + " is longer than " + RowLimit.CHARACTERS
                    + " characters; is a quote in it that is never closed?";
        }
        if (fault instanceof CharacterCodingException) {
            return where + " has bytes in it that are not " + encoding.charset()
                    + " text; save the file as UTF-8 or set leads.charset to its encoding.";
        }
        // The parser has one type for all its faults, so the text tells them apart.
        if (what.contains("EOF reached")) {
            return where + " has a quote that is never closed; close or remove it.";
        }
        if (what.toLowerCase(java.util.Locale.ROOT).contains("invalid char")) {
            return where + " has text after a closing quote; write a quote within a quoted cell twice.";
        }
        return where + " could not be read (" + what + ").";
    }
}
