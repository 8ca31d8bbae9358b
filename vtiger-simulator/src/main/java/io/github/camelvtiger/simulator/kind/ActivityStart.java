package io.github.camelvtiger.simulator.kind;

import io.github.camelvtiger.simulator.operation.WebserviceException;
import io.github.camelvtiger.simulator.store.StoredRow;
import java.util.regex.Pattern;

/** After the save of an activity PHP reads its start as a time of day, and fails where it is none; the record is saved by then. */
final class ActivityStart {

    /** What PHP takes for a time of day after a date. */
    private static final Pattern TIME = Pattern.compile(
            "\\s*-?([01]?\\d|2[0-4])[:.][0-5]?\\d([:.][0-5]?\\d)?\\s*"
                    + "|\\s*(0?\\d|1[0-2])([:.][0-5]?\\d){0,2}\\s*[ap]\\.?m\\.?\\s*"
                    + "|\\s*([01]\\d|2[0-4])[0-5]\\d\\s*"
                    + "|\\s*(noon|midnight|now|today)?\\s*",
            Pattern.CASE_INSENSITIVE);

    private ActivityStart() {}

    /** @throws WebserviceException where PHP cannot read the start of the saved record */
    static void read(StoredRow saved) {
        String start = saved.value("time_start");
        if (!TIME.matcher(start).matches()) {
            throw new WebserviceException("INTERNAL_SERVER_ERROR", "Unknown Error while processing request")
                    .because("the record is saved, but its start " + start + " is not a time of day");
        }
    }
}
