package io.github.camelvtiger.routes.sync.rows;

import java.io.IOException;
import java.util.Locale;

/** What is said of a CSV file that cannot be read, or not to its end. */
record CsvFaults(TextFaults text) {

    String zeroBytes() {
        return "The first line has zero bytes in it, so the file is not text in " + text.charset()
                + "; save it as UTF-8, or set " + text.charsetSetting() + " if it is UTF-16.";
    }

    /** @param line on which the row begins that could not be read */
    String of(IOException fault, long line) {
        String row = "The row that begins on line " + line;
        String message = String.valueOf(fault.getMessage()).toLowerCase(Locale.ROOT);
        // The parser has one type for all its faults, so the text tells them apart.
        if (message.contains("eof reached")) {
            return row + " has a quote that is never closed; close or remove it.";
        }
        if (message.contains("invalid char")) {
            return row + " has text after a closing quote; write a quote within a quoted cell twice.";
        }
        return text.of(fault, "line " + line, row);
    }
}
