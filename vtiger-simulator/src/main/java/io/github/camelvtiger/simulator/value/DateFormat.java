package io.github.camelvtiger.simulator.value;

import io.github.camelvtiger.simulator.operation.WebserviceException;
import io.github.camelvtiger.simulator.store.Preferences;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The dates of one user. The server takes a sent date for one with the year first, writes it in the user's format as if for
 * the screen, and reads it again from there when it saves: so what is sent in another form means what the two make of
 * it, and the same text other things to other users ({@code webservice.md §6}).
 */
final class DateFormat {

    private static final Pattern PLAUSIBLE = Pattern.compile("[0-9]{2,4}-[0-1]{1,2}?[0-9]{1,2}-[0-3]{1,2}?[0-9]{1,2}");
    private static final String MONTH_FIRST = "mm-dd-yyyy";
    private static final int YEAR_DIGITS = 4;

    private final Preferences preferences;

    DateFormat(Preferences preferences) {
        this.preferences = preferences;
    }

    /**
     * @return yyyy-mm-dd; {@code ""} for what is not a date; the day may still be one that the calendar lacks
     * @throws WebserviceException for words after a date that are not a time
     */
    String stored(String sent) {
        return sent.isEmpty() || sent.equals("0") ? "" : read(written(sent));
    }

    /**
     * @return the date in the user's format
     * @throws WebserviceException for words after a date that are not a time
     */
    String written(String sent) {
        String[] words = sent.split(" ", -1);
        String date = words.length > 1 && !words[1].isEmpty() ? localDate(sent) : words[0];
        List<String> parts = parts(date, "-");
        String format = preferences.dateFormat().isEmpty() ? "dd-mm-yyyy" : preferences.dateFormat();
        String separator = format.replaceAll("[dmy]", "");
        if (!separator.matches("--|//|\\.\\.")) {
            return date;
        }
        return String.join(
                separator.substring(0, 1),
                Arrays.stream(format.split("[-/.]"))
                        .map(part -> part.equals("yyyy") ? parts.get(0) : parts.get(part.equals("mm") ? 1 : 2))
                        .toList());
    }

    private String localDate(String sent) {
        return PhpDateTime.read(sent, LocalDate.EPOCH)
                .orElseThrow(() -> failure("PHP cannot read " + sent + " as a time"))
                .atZoneSameInstant(zone())
                .toLocalDate()
                .toString();
    }

    /** @throws WebserviceException if the user has a zone that PHP does not know */
    ZoneId zone() {
        try {
            return ZoneId.of(preferences.timeZone());
        } catch (DateTimeException e) {
            throw failure("PHP knows no zone " + preferences.timeZone());
        }
    }

    private static WebserviceException failure(String reason) {
        return new WebserviceException("INTERNAL_SERVER_ERROR", "Unknown Error while processing request")
                .because(reason);
    }

    private String read(String written) {
        String date = written.strip();
        date = date.contains("/") ? date.replace('/', '-') : date.replace('.', '-');
        List<String> parts = parts(date, "-");
        boolean yearFirst =
                parts.get(0).length() == YEAR_DIGITS || preferences.dateFormat().equals(MONTH_FIRST);
        String year = padded(parts.get(yearFirst ? 0 : 2));
        String rest = "-" + padded(parts.get(1)) + "-" + padded(parts.get(yearFirst ? 2 : 0));
        String inserted = year.length() < YEAR_DIGITS ? yearLast(year + rest) : year + rest;
        return PLAUSIBLE.matcher(inserted).matches() ? inserted : "";
    }

    /** What has no year in its first place is read in the user's format once more. */
    private String yearLast(String date) {
        String format = preferences.dateFormat().isEmpty() ? "dd-mm-yyyy" : preferences.dateFormat();
        List<String> order = List.of(format.split("[-/.]"));
        List<String> parts = parts(date, format.replaceAll("[dmy]", "").substring(0, 1));
        List<String> values = List.of(
                parts.get(order.indexOf("yyyy")), parts.get(order.indexOf("mm")), parts.get(order.indexOf("dd")));
        return values.contains("") || values.contains("0") ? "" : String.join("-", values);
    }

    /** PHP's {@code list()} of three: what is missing is nothing. */
    private static List<String> parts(String text, String separator) {
        String[] parts = Arrays.copyOf(text.split(Pattern.quote(separator), -1), 3);
        return Arrays.stream(parts).map(part -> part == null ? "" : part).toList();
    }

    private static String padded(String part) {
        return part.length() == 1 ? "0" + part : part;
    }
}
