package io.github.camelvtiger.changes;

import io.github.camelvtiger.client.RecordId;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** A process of its own that learns many records, changes some, opens the store again and looks at them. */
public final class MillionRecords {

    private static final int PAGE = 100;
    private static final int CHANGED_PAGES = 300;
    private static final Instant BEGIN = Instant.parse("2026-03-01T10:00:00Z");

    private MillionRecords() {}

    /** @param arguments the directory of the store, and how many records */
    public static void main(String[] arguments) {
        Path directory = Path.of(arguments[0]);
        int records = Integer.parseInt(arguments[1]);
        CursorState state = CursorState.after(BEGIN);
        try (Cursor cursor = new FileCursorStore(directory).open("many")) {
            KnownRecordIndex known = open(cursor, state, true);
            for (int number = 1; number <= records; number++) {
                known.learn(record(number, 0));
                known.writeIfMuch(state);
            }
            known.write(state);
            Random random = new Random(1);
            for (int page = 0; page < CHANGED_PAGES; page++) {
                for (int row = 0; row < PAGE; row++) {
                    known.learn(record(1 + random.nextInt(records), 1));
                }
                known.write(state);
            }
        }
        try (Cursor cursor = new FileCursorStore(directory).open("many")) {
            KnownRecordIndex known = open(cursor, state, false);
            long changed = 0;
            for (long number = 1; number <= records; number += PAGE) {
                List<Long> page = known.ids().numbers(number - 1, number + PAGE - 1);
                for (var entry : known.entries(page).entrySet()) {
                    String hash = entry.getValue().hash();
                    if (hash.equals(record(entry.getKey(), 1).delivery(null).hash())) {
                        changed++;
                    } else if (!hash.equals(
                            record(entry.getKey(), 0).delivery(null).hash())) {
                        throw new IllegalStateException("The record " + entry.getKey() + " is not as it was learned.");
                    }
                }
            }
            System.out.println(known.ids().size() + " records, " + changed + " changed");
        }
    }

    private static KnownRecordIndex open(Cursor cursor, CursorState state, boolean anew) {
        KnownRecordIndex known = new KnownRecordIndex(cursor::known, KnownLevel.FIELDS, null);
        known.open(state, anew);
        return known;
    }

    private static RecordState record(long number, int version) {
        RecordId id = new RecordId(12, number);
        return new RecordState(
                id, BEGIN, null, Map.of("id", id.toString(), "lastname", "Contact " + number, "version", version));
    }
}
