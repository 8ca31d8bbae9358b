package io.github.camelvtiger.routes.sync.rows;

import java.util.Locale;
import java.util.Set;

/** What the format of a cell makes of its number. */
enum XlsxFormat {
    NUMBER,
    /** As many digits as the format has zeros: postcodes and the like. */
    ZEROS,
    DATE,
    TIME,
    DATE_TIME,
    /** A time that may be longer than a day. */
    ELAPSED;

    /** Built-in formats of dates in Chinese, Japanese and Korean, whose codes are in no file (ECMA-376 part 1, 18.8.30). */
    private static final Set<Integer> DATES = Set.of(27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58);

    private static final Set<Integer> TIMES = Set.of(32, 33, 34, 35, 55, 56);

    /**
     * @param id of a built-in format, or null
     * @param code of the format, or null
     */
    static XlsxFormat of(Integer id, String code) {
        if (code == null) {
            return DATES.contains(id == null ? -1 : id) ? DATE : TIMES.contains(id == null ? -1 : id) ? TIME : NUMBER;
        }
        if (code.matches("0{2,}")) {
            return ZEROS;
        }
        String letters = code.split(";", 2)[0].toLowerCase(Locale.ROOT);
        boolean elapsed = letters.matches(".*\\[(h+|m+|s+)].*");
        letters = letters.replaceAll("\"[^\"]*\"|\\\\.|_.|\\*.|\\[[^\\]]*]|am/pm|a/p|general|standard", "");
        boolean time = letters.matches(".*[hs].*");
        boolean date = letters.matches(".*[yd].*") || letters.contains("m") && !time && !elapsed;
        if (elapsed) {
            return ELAPSED;
        }
        return date ? time ? DATE_TIME : DATE : time ? TIME : NUMBER;
    }
}
