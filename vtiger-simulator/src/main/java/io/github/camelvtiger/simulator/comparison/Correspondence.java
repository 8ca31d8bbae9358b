package io.github.camelvtiger.simulator.comparison;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which texts of one server mean the same as which of the other: ids and numbers of records, which each server issues
 * by itself, and the time at which something was saved. A pair that is met first is believed, and binds both.
 */
final class Correspondence {

    private static final Pattern ID = Pattern.compile("(?<![\\w.])(\\d{1,3})x(\\d+)(?![\\w])");
    private static final Pattern RECORD_NUMBER = Pattern.compile("([A-Z]+)(\\d+)");
    private static final Pattern NUMBER = Pattern.compile("\\d+");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");
    private static final Duration RUN = Duration.ofMinutes(30);

    private final Map<String, String> bound = new HashMap<>();
    private final Map<String, String> back = new HashMap<>();
    private final Set<String> numbers = new HashSet<>();
    private final Duration clocks;
    private final Instant begin;

    /**
     * @param begin on the first server's clock
     * @param clocks how far the second server's clock is ahead
     */
    Correspondence(Instant begin, Duration clocks) {
        this.begin = begin;
        this.clocks = clocks;
    }

    /** Believes that two ids, which may be of different records as far as anybody knows, are of the same. */
    void bind(String one, String other) {
        bound.put(one, other);
        back.put(other, one);
        // Modules number their records apart, so a bare number may be that of several.
        numbers.add(number(one) + " " + number(other));
    }

    private static String number(String id) {
        return id.substring(id.indexOf('x') + 1);
    }

    /** @param key name of the field that has the texts */
    boolean same(String key, String one, String other) {
        if (ids(one, other)) {
            return true;
        }
        Matcher first = RECORD_NUMBER.matcher(one);
        Matcher second = RECORD_NUMBER.matcher(other);
        if (key.endsWith("_no") && first.matches() && second.matches()) {
            return first.group(1).equals(second.group(1)) && pair(one, other);
        }
        if (NUMBER.matcher(one).matches() && NUMBER.matcher(other).matches()) {
            return numbers.contains(one + " " + other);
        }
        return duringTheRun(one, begin) && duringTheRun(other, begin.plus(clocks));
    }

    /** Whether the texts are the same but for ids, and these correspond. */
    private boolean ids(String one, String other) {
        Matcher first = ID.matcher(one);
        Matcher second = ID.matcher(other);
        int at = 0;
        int atOther = 0;
        while (true) {
            boolean found = first.find();
            if (found != second.find()) {
                return false;
            }
            int end = found ? first.start() : one.length();
            int endOther = found ? second.start() : other.length();
            if (!one.substring(at, end).equals(other.substring(atOther, endOther))) {
                return false;
            }
            if (!found) {
                return true;
            }
            if (!first.group(1).equals(second.group(1)) || !pair(first.group(), second.group())) {
                return false;
            }
            at = first.end();
            atOther = second.end();
        }
    }

    private boolean pair(String one, String other) {
        if (!bound.containsKey(one) && !back.containsKey(other)) {
            bind(one, other);
        }
        return other.equals(bound.get(one));
    }

    private static boolean duringTheRun(String text, Instant begin) {
        try {
            Instant time = LocalDateTime.parse(text, TIME).toInstant(ZoneOffset.UTC);
            return Duration.between(begin, time).abs().compareTo(RUN) < 0;
        } catch (DateTimeParseException e) {
            return false;
        }
    }
}
