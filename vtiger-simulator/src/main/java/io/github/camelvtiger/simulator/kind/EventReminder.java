package io.github.camelvtiger.simulator.kind;

import io.github.camelvtiger.simulator.operation.ServerCrash;
import io.github.camelvtiger.simulator.store.ColumnText;

/**
 * The field {@code reminder_time} of Events, which the server keeps in a table of its own: in minutes, read from what was
 * sent as if it were seconds; a save without one makes the entry where there is none, and deletes it where there is one
 * ({@code webservice.md §10}). Tasks never get an entry.
 */
final class EventReminder {

    private static final int MINUTE = 60;
    private static final int HOUR = 60 * MINUTE;
    private static final int DAY = 24 * HOUR;

    private EventReminder() {}

    /**
     * @param before {@code ""} for no entry
     * @param sent {@code ""} for none
     * @throws ServerCrash for a text that is not a number
     */
    static String saved(String before, String sent) {
        if (sent.isEmpty() || isZero(sent)) {
            return before.isEmpty() ? "0" : "";
        }
        if (!Character.isDigit(sent.strip().charAt(0))) {
            throw new ServerCrash("reminder_time is not a number");
        }
        long seconds = ColumnText.leadingNumber(sent).longValue();
        long minutes = Math.max(1, seconds % HOUR / MINUTE);
        return Long.toString(seconds / DAY * 24 * MINUTE + seconds % DAY / HOUR * MINUTE + minutes);
    }

    private static boolean isZero(String sent) {
        return sent.strip().matches("0+(\\.0*)?");
    }
}
