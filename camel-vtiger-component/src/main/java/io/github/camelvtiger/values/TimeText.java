package io.github.camelvtiger.values;

import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Times of day, and moments, as people and programs write them. */
final class TimeText {

    private static final Pattern TIME =
            Pattern.compile("(\\d{1,2}):(\\d{2})(?::(\\d{2})(?:[.,]\\d{1,9})?)?(?:\\s?([aApP])\\.?[mM]\\.?)?");
    private static final Pattern MOMENT =
            Pattern.compile("(\\S*?\\d)(?:T|,? +)(\\d{1,2}:.*?)\\s*(Z|z|UTC|[+-]\\d{2}(?::?\\d{2})?)?");

    private TimeText() {}

    /**
     * {@code 14:30}, {@code 14:30:15}, {@code 2:30 PM}; parts of a second are left out, which no field holds.
     *
     * @throws IllegalArgumentException for anything else, with a reason
     */
    static LocalTime parse(String text) {
        Matcher time = TIME.matcher(text.strip());
        if (time.matches()) {
            try {
                int second = time.group(3) == null ? 0 : Integer.parseInt(time.group(3));
                return LocalTime.of(hour(time), Integer.parseInt(time.group(2)), second);
            } catch (DateTimeException noSuchTime) {
                throw new IllegalArgumentException("is a time that does not exist; write it like 14:30:00", noSuchTime);
            }
        }
        throw new IllegalArgumentException("is not a time of day; write it like 14:30:00");
    }

    private static int hour(Matcher time) {
        int hour = Integer.parseInt(time.group(1));
        if (time.group(4) == null) {
            return hour;
        }
        if (hour < 1 || hour > 12) {
            throw new DateTimeException("no hour of a half day");
        }
        return hour % 12 + (time.group(4).toLowerCase(Locale.ROOT).equals("p") ? 12 : 0);
    }

    /** Whether a text is a day with a time, and not one of them alone. */
    static boolean isMoment(String text) {
        return MOMENT.matcher(text.strip()).matches();
    }

    /**
     * A day, a T or space, a time, and an offset or nothing: without one it is taken for UTC, in which the server
     * counts. A day alone is its midnight.
     *
     * @throws IllegalArgumentException for anything else, with a reason
     */
    static OffsetDateTime moment(String text) {
        Matcher moment = MOMENT.matcher(text.strip());
        if (!moment.matches()) {
            return DateText.parse(text).atStartOfDay().atOffset(ZoneOffset.UTC);
        }
        return DateText.parse(moment.group(1)).atTime(parse(moment.group(2))).atOffset(offset(moment.group(3)));
    }

    private static ZoneOffset offset(String text) {
        if (text == null || text.equals("UTC") || text.equalsIgnoreCase("Z")) {
            return ZoneOffset.UTC;
        }
        try {
            return ZoneOffset.of(text);
        } catch (DateTimeException noOffset) {
            throw new IllegalArgumentException("has no valid offset; write it like 2026-12-31T14:30:00Z", noOffset);
        }
    }
}
