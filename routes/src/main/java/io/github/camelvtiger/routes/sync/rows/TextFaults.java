package io.github.camelvtiger.routes.sync.rows;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;

/**
 * What is said of a text that cannot be read, or not to its end.
 *
 * @param charset in which it was read
 * @param charsetSetting the setting that chooses the charset
 */
record TextFaults(Charset charset, String charsetSetting) {

    /** What a sync file calls it. */
    static final String CHARSET_KEY = "charset: in the sync file";

    /**
     * @param place of the row that could not be read, such as {@code line 12}
     * @param subject the row, to begin a sentence with
     */
    String of(IOException fault, String place, String subject) {
        if (fault instanceof FileReplacedException) {
            return "The file was replaced, shortened or removed by another program while it was read, before " + place
                    + ".";
        }
        if (fault instanceof RowLimit.RowTooLongException) {
            return subject + " is longer than " + RowLimit.CHARACTERS
                    + " characters; is a quote or bracket in it that is never closed?";
        }
        if (fault instanceof CharacterCodingException) {
            return subject + " has bytes in it that are not " + charset + " text; save the file as UTF-8 or set "
                    + charsetSetting + " to its encoding.";
        }
        return subject + " could not be read (" + fault.getMessage() + ").";
    }
}
