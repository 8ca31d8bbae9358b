package io.github.camelvtiger.simulator.value;

import io.github.camelvtiger.simulator.operation.WebserviceException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A date with a time of day in the usual forms, as PHP reads it. */
final class PhpDateTime {

    private static final Pattern DATE = Pattern.compile("(\\d{4})[-/](\\d{1,2})[-/](\\d{1,2})");
    private static final Pattern COMPACT_DATE = Pattern.compile("(\\d{4})(\\d\\d)(\\d\\d)");
    private static final Pattern DAY_FIRST = Pattern.compile("(\\d{1,2})[-.](\\d{1,2})[-.](\\d{4})");
    private static final Pattern MONTH_FIRST = Pattern.compile("(\\d{1,2})/(\\d{1,2})/(\\d{4})");
    private static final Pattern TIME =
            Pattern.compile("(\\d{1,2})[:.](\\d{1,2})(?:[:.](\\d{1,2})(?:[.]\\d+)?)?\\s*([ap][.]?m[.]?)?\\s*(\\S*)");
    private static final Pattern HOUR = Pattern.compile("(\\d{1,2})()()\\s*([ap][.]?m[.]?)\\s*(\\S*)");
    private static final Pattern COMPACT_TIME = Pattern.compile("(\\d\\d)(\\d\\d)()()\\s*(\\S*)");
    private static final Map<String, Integer> WORDS =
            Map.of("noon", 12, "midnight", 0, "now", 0, "today", 0, "tomorrow", 24, "yesterday", -24);
    private static final Map<String, String> ZONES = Map.of(
            "est", "-05:00",
            "edt", "-04:00",
            "cst", "-06:00",
            "cdt", "-05:00",
            "pst", "-08:00",
            "pdt", "-07:00",
            "cet", "+01:00",
            "cest", "+02:00");
    private static final int NOON = 12;
    private static final int LAST_DAY = 31;

    private PhpDateTime() {}

    /**
     * The day in the time zone.
     *
     * @param sent date and time, in UTC unless it says otherwise
     * @throws WebserviceException for what PHP cannot read
     */
    static String localDate(String sent, String zone) {
        String[] words = sent.strip().split("\\s+", 2);
        try {
            return time(day(words[0]), words.length < 2 ? "midnight" : words[1].toLowerCase(Locale.ROOT))
                    .atZoneSameInstant(ZoneId.of(zone))
                    .toLocalDate()
                    .toString();
        } catch (DateTimeException e) {
            throw new WebserviceException("INTERNAL_SERVER_ERROR", "Unknown Error while processing request")
                    .because("PHP cannot read " + sent + " as a time in the zone " + zone);
        }
    }

    private static LocalDate day(String date) {
        Matcher yearFirst = DATE.matcher(date);
        Matcher compact = COMPACT_DATE.matcher(date);
        Matcher dayFirst = DAY_FIRST.matcher(date);
        Matcher monthFirst = MONTH_FIRST.matcher(date);
        if (yearFirst.matches()) {
            return day(yearFirst, 1, 2, 3);
        }
        if (compact.matches()) {
            return day(compact, 1, 2, 3);
        }
        if (dayFirst.matches()) {
            return day(dayFirst, 3, 2, 1);
        }
        if (monthFirst.matches()) {
            return day(monthFirst, 3, 1, 2);
        }
        throw new DateTimeException("not a date: " + date);
    }

    /** A day that the month lacks is counted on into the next one. */
    private static LocalDate day(MatchResult date, int year, int month, int day) {
        int number = Integer.parseInt(date.group(day));
        if (number > LAST_DAY) {
            throw new DateTimeException("no month has a day " + number);
        }
        return LocalDate.of(Integer.parseInt(date.group(year)), Integer.parseInt(date.group(month)), 1)
                .plusDays(number - 1L);
    }

    private static OffsetDateTime time(LocalDate day, String text) {
        Integer hours = WORDS.get(text);
        if (hours != null) {
            return day.atStartOfDay().plusHours(hours).atOffset(ZoneOffset.UTC);
        }
        for (Pattern form : new Pattern[] {TIME, HOUR, COMPACT_TIME}) {
            Matcher time = form.matcher(text);
            if (time.matches()) {
                return clock(day, time).atOffset(offset(time.group(5)));
            }
        }
        return day.atStartOfDay().atOffset(offset(text));
    }

    private static LocalDateTime clock(LocalDate day, MatchResult time) {
        int hour = number(time.group(1));
        if (time.group(4) != null && !time.group(4).isEmpty()) {
            hour = hour % NOON + (time.group(4).startsWith("p") ? NOON : 0);
        }
        boolean endOfDay = hour == 2 * NOON;
        LocalTime clock = LocalTime.of(endOfDay ? 0 : hour, number(time.group(2)), number(time.group(3)));
        return day.plusDays(endOfDay ? 1 : 0).atTime(clock);
    }

    private static int number(String digits) {
        return digits == null || digits.isEmpty() ? 0 : Integer.parseInt(digits);
    }

    private static ZoneOffset offset(String zone) {
        return zone.isEmpty() || zone.equals("utc") || zone.equals("gmt")
                ? ZoneOffset.UTC
                : ZoneOffset.of(ZONES.getOrDefault(zone, zone.toUpperCase(Locale.ROOT)));
    }
}
