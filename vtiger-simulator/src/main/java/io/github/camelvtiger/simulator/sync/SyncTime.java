package io.github.camelvtiger.simulator.sync;

import io.github.camelvtiger.simulator.operation.ServerCrash;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.regex.Pattern;

/**
 * The time since when changes are asked for, read as PHP reads a text if it wants a whole number.
 *
 * @param sent as the client sent it
 * @param seconds since 1970
 */
record SyncTime(String sent, long seconds) {

    private static final DateTimeFormatter SECONDS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").withZone(ZoneOffset.UTC);
    private static final Pattern NUMBER = Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d{1,3})?");
    private static final int LAST_YEAR = 9999;

    /** @throws ServerCrash for what is not a number, or too large a one */
    static SyncTime parse(String sent) {
        String text = sent.strip();
        if (!NUMBER.matcher(text).matches()) {
            throw new ServerCrash("modifiedTime \"" + sent + "\" is not a number of seconds");
        }
        BigDecimal number = new BigDecimal(text).setScale(0, RoundingMode.DOWN);
        if (number.toBigInteger().bitLength() > Long.SIZE - 1) {
            throw new ServerCrash("modifiedTime \"" + sent + "\" is too large");
        }
        return new SyncTime(sent, number.longValue());
    }

    static long secondsOf(String modifiedTime) {
        return LocalDateTime.parse(modifiedTime, SECONDS).toEpochSecond(ZoneOffset.UTC);
    }

    /** To be compared with times of records; a time that no date of the database can show is before all others. */
    String text() {
        try {
            Instant instant = Instant.ofEpochSecond(seconds);
            int year = instant.atZone(ZoneOffset.UTC).getYear();
            return year < 0 || year > LAST_YEAR ? "" : SECONDS.format(instant);
        } catch (DateTimeException e) {
            return "";
        }
    }
}
