package io.github.camelvtiger.simulator.value;

import io.github.camelvtiger.simulator.operation.WebserviceException;
import java.util.regex.Pattern;

/**
 * Dates as the server reads them: year first or day first, separated by dash, slash or dot; a time behind a blank is cut
 * off; month first and anything else is no date ({@code webservice.md §6}).
 */
final class PhpDate {

    private static final Pattern PLAUSIBLE = Pattern.compile("[0-9]{2,4}-[0-1]{1,2}?[0-9]{1,2}-[0-3]{1,2}?[0-9]{1,2}");
    private static final Pattern TIME = Pattern.compile("\\d{1,2}(:\\d{1,2}){0,2}([.]\\d+)?([aApP][mM])?");

    private PhpDate() {}

    /**
     * @return yyyy-mm-dd; {@code ""} for what is no date; the day may still be one that the calendar lacks
     * @throws WebserviceException for words behind a date that are no time
     */
    static String of(String sent) {
        String[] words = sent.strip().split(" ");
        if (words.length > 1 && !words[1].isEmpty() && !TIME.matcher(words[1]).matches()) {
            throw new WebserviceException("INTERNAL_SERVER_ERROR", "Unknown Error while processing request");
        }
        String[] parts = words[0].replace('/', '-').replace('.', '-').split("-", -1);
        if (parts.length < 3) {
            return "";
        }
        boolean yearFirst = parts[0].length() == 4;
        String date =
                padded(parts[yearFirst ? 0 : 2]) + "-" + padded(parts[1]) + "-" + padded(parts[yearFirst ? 2 : 0]);
        return PLAUSIBLE.matcher(date).matches() ? date : "";
    }

    private static String padded(String part) {
        return part.length() == 1 ? "0" + part : part;
    }
}
