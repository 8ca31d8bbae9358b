package io.github.camelvtiger.simulator.value;

import java.time.DateTimeException;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The forms of dates, times and zones that {@link PhpDateTime} knows; of two that take as much the first one counts. */
final class PhpDateForms {

    private static final String HOUR = "([01]?\\d|2[0-4])";
    private static final String HOUR_OF_HALF = "(1[0-2]|0?[1-9])";
    private static final String MINUTE = "([0-5]?\\d)";
    private static final String SECOND = "(60|[0-5]?\\d)";
    private static final String HALF = "[ \t]*([ap])\\.?m\\.?(?=[\t ]|$)";
    private static final String MONTH = "(1[0-2]|0?\\d)";
    private static final String DAY = "(3[01]|[0-2]?\\d)";
    private static final String TWO_DIGITS = "(\\d\\d)";

    private static final List<Form> FORMS = List.of(
            new Form("[ .,\t]", (read, match) -> {}),
            new Form("now", (read, match) -> {}),
            new Form("noon", (read, match) -> read.noon()),
            new Form("midnight|today", (read, match) -> read.midnight(0)),
            new Form("tomorrow", (read, match) -> read.midnight(1)),
            new Form("yesterday", (read, match) -> read.midnight(-1)),
            new Form(HOUR_OF_HALF + HALF, (read, match) -> read.time(match.group(1), null, null, match.group(2))),
            new Form(
                    HOUR_OF_HALF + "[:.]([0-5]\\d)" + HALF,
                    (read, match) -> read.time(match.group(1), match.group(2), null, match.group(3))),
            new Form(
                    HOUR_OF_HALF + "[:.]" + MINUTE + "[:.](60|[0-5]\\d)" + HALF,
                    (read, match) -> read.time(match.group(1), match.group(2), match.group(3), match.group(4))),
            new Form(
                    "t?" + HOUR + "[:.]" + MINUTE + "(?:[:.]" + SECOND + "(?:[.,]\\d+)?)?",
                    (read, match) -> read.time(match.group(1), match.group(2), match.group(3))),
            new Form("t?([01]\\d|2[0-4])([0-5]\\d)", (read, match) -> read.timeOrYear(match.group(1), match.group(2))),
            new Form(
                    "t([01]\\d|2[0-4])([0-5]\\d)([0-5]\\d)",
                    (read, match) -> read.time(match.group(1), match.group(2), match.group(3))),
            new Form(MONTH + "/" + DAY, (read, match) -> read.monthAndDay(match.group(1), match.group(2))),
            new Form(
                    MONTH + "/" + DAY + "/(\\d{1,4})",
                    (read, match) -> read.date(match.group(3), match.group(1), match.group(2))),
            new Form("(\\d{4})/" + MONTH + "/" + DAY + "/?", PhpDateForms::date),
            new Form("(\\d{1,4})-" + MONTH + "-" + DAY, PhpDateForms::date),
            new Form("(\\d{4})-" + MONTH, (read, match) -> read.date(match.group(1), match.group(2), "1")),
            new Form("(\\d{4})(0\\d|1[0-2])(3[01]|[0-2]\\d)", PhpDateForms::date),
            new Form(
                    DAY + "[.\t-]" + MONTH + "[.-](\\d{4})",
                    (read, match) -> read.date(match.group(3), match.group(2), match.group(1))),
            new Form(
                    DAY + "[.\t]" + MONTH + "\\." + TWO_DIGITS,
                    (read, match) -> read.date(match.group(3), match.group(2), match.group(1))),
            new Form(
                    "(\\d{4})-" + MONTH + "-" + DAY + "t" + HOUR + ":" + MINUTE + ":" + SECOND + "(?:\\.\\d+)?",
                    PhpDateForms::dateAndTime),
            new Form(
                    "(\\d{4})(0\\d|1[0-2])(3[01]|[0-2]\\d)t" + HOUR + ":?([0-5]\\d):?(60|[0-5]\\d)",
                    PhpDateForms::dateAndTime),
            new Form("\\d{4}", (read, match) -> read.year(match.group())),
            new Form(
                    "(?:gmt)?([+-])" + HOUR + ":?" + MINUTE + "?",
                    (read, match) -> read.zone(match.group(1), match.group(2), match.group(3))),
            new Form("\\(?([a-z]+(?:[_/][a-z]+)+|[a-z]{1,6})\\)?", (read, match) -> read.zone(match.group(1))));

    private static final Map<String, ZoneOffset> ABBREVIATIONS = abbreviations();

    private PhpDateForms() {}

    private static void date(PhpDateTime read, MatchResult match) {
        read.date(match.group(1), match.group(2), match.group(3));
    }

    private static void dateAndTime(PhpDateTime read, MatchResult match) {
        date(read, match);
        read.time(match.group(4), match.group(5), match.group(6));
    }

    /** @throws DateTimeException if no form begins at this place */
    static Found longest(String text, int place) {
        Found longest = null;
        for (Form form : FORMS) {
            Matcher matcher = form.pattern().matcher(text).region(place, text.length());
            if (matcher.lookingAt() && (longest == null || matcher.end() - place > longest.length())) {
                longest = new Found(form, matcher.toMatchResult());
            }
        }
        if (longest == null) {
            throw new DateTimeException("nothing that PHP knows: " + text.substring(place));
        }
        return longest;
    }

    /** Some abbreviations of zones, and the military letters; there are hundreds of the former. */
    static Optional<ZoneOffset> abbreviation(String name) {
        return Optional.ofNullable(ABBREVIATIONS.get(name));
    }

    private static Map<String, ZoneOffset> abbreviations() {
        Map<String, ZoneOffset> offsets = new HashMap<>();
        "utc:0 gmt:0 wet:0 west:1 bst:1 cet:1 cest:2 eet:2 eest:3 msk:3 est:-5 edt:-4 cst:-6 cdt:-5 mst:-7 mdt:-6 pst:-8 pdt:-7 z:0"
                .lines()
                .flatMap(line -> List.of(line.split(" ")).stream())
                .map(zone -> zone.split(":"))
                .forEach(zone -> offsets.put(zone[0], ZoneOffset.ofHours(Integer.parseInt(zone[1]))));
        String east = "abcdefghiklm";
        String west = "nopqrstuvwxy";
        for (int hours = 1; hours <= east.length(); hours++) {
            offsets.put(east.substring(hours - 1, hours), ZoneOffset.ofHours(hours));
            offsets.put(west.substring(hours - 1, hours), ZoneOffset.ofHours(-hours));
        }
        return offsets;
    }

    private record Form(Pattern pattern, BiConsumer<PhpDateTime, MatchResult> reader) {

        Form(String pattern, BiConsumer<PhpDateTime, MatchResult> reader) {
            this(Pattern.compile(pattern), reader);
        }
    }

    /** A form at a place of the text. */
    record Found(Form form, MatchResult match) {

        int length() {
            return match.end() - match.start();
        }

        /** @return how much of the text it takes */
        int read(PhpDateTime target) {
            form.reader().accept(target, match);
            return length();
        }
    }
}
