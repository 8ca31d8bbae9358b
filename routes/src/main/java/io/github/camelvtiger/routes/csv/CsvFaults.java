package io.github.camelvtiger.routes.csv;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.Locale;

/**
 * What is said of a file that cannot be read, or not to its end.
 *
 * @param charset in which it was read
 * @param charsetSetting the setting that chooses the charset
 */
record CsvFaults(Charset charset, String charsetSetting) {

    String zeroBytes() {
        return "The first line has zero bytes in it, so the file is not text in " + charset
                + "; save it as UTF-8, or set " + charsetSetting + " if it is UTF-16.";
    }

    /** @param line on which the row begins that could not be read */
    String of(IOException fault, long line) {
        String where = "The row that begins on line " + line;
        if (fault instanceof FileReplacedException) {
            return "The file was replaced, shortened or removed by another program while it was read, before line "
                    + line + ".";
        }
        if (fault instanceof RowLimit.RowTooLongException) {
            return where + " is longer than " + RowLimit.CHARACTERS
                    + " characters; is a quote in it that is never closed?";
        }
        if (fault instanceof CharacterCodingException) {
            return where + " has bytes in it that are not " + charset + " text; save the file as UTF-8 or set "
                    + charsetSetting + " to its encoding.";
        }
        return where + ofParser(String.valueOf(fault.getMessage()));
    }

    /** The parser has one type for all its faults, so the text tells them apart. */
    private static String ofParser(String text) {
        if (text.contains("EOF reached")) {
            return " has a quote that is never closed; close or remove it.";
        }
        return text.toLowerCase(Locale.ROOT).contains("invalid char")
                ? " has text after a closing quote; write a quote within a quoted cell twice."
                : " could not be read (" + text + ").";
    }
}
