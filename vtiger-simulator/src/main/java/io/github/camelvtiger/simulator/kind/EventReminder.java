package io.github.camelvtiger.simulator.kind;

import io.github.camelvtiger.simulator.metadata.Column;
import io.github.camelvtiger.simulator.operation.ServerCrash;
import io.github.camelvtiger.simulator.store.ColumnText;
import io.github.camelvtiger.simulator.value.SentElement;
import java.math.BigDecimal;
import java.util.regex.Pattern;

/**
 * The field {@code reminder_time} of Events, which the server keeps in a table of its own: in minutes, read from what was
 * sent as if it were seconds; a save without one makes the entry if there is none, and deletes it if there is one
 * ({@code webservice.md §10}). Tasks never get an entry.
 */
final class EventReminder {

    private static final int MINUTE = 60;
    private static final int HOUR = 60 * MINUTE;
    private static final int DAY = 24 * HOUR;

    private static final Pattern NUMBER = Pattern.compile("\\s*[+-]?\\.?\\d");
    private static final Pattern ZERO = Pattern.compile("\\s*[+-]?(0+\\.?0*|\\.0+)\\s*");
    private static final Column COLUMN = new Column(Column.Kind.INT, 11, 0);

    private EventReminder() {}

    /**
     * @param before {@code ""} for no entry
     * @throws ServerCrash for what PHP does not count with
     */
    static String saved(String before, SentElement element) {
        String sent = element.text("reminder_time");
        boolean array = element.structured("reminder_time") && !element.empty("reminder_time");
        if (array || !sent.isEmpty() && !NUMBER.matcher(sent).lookingAt()) {
            throw new ServerCrash("reminder_time is not a number");
        }
        if (sent.isEmpty() || ZERO.matcher(sent).matches()) {
            return before.isEmpty() ? "0" : "";
        }
        double seconds = ColumnText.leadingNumber(sent).doubleValue();
        long minutes = whole(seconds / MINUTE) % MINUTE;
        long hours = whole(seconds / HOUR) % 24;
        BigDecimal days = BigDecimal.valueOf(whole(seconds / DAY)).multiply(BigDecimal.valueOf(24 * MINUTE));
        BigDecimal all = days.add(BigDecimal.valueOf(hours * MINUTE + (minutes == 0 ? 1 : minutes)));
        return ColumnText.of(COLUMN, all.toPlainString());
    }

    /** PHP cuts off what is beyond 64 bits. */
    private static long whole(double number) {
        return Double.isFinite(number) ? BigDecimal.valueOf(number).longValue() : 0;
    }
}
