package io.github.camelvtiger.changes;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What is noted of single records in one cursor, as rows that are only ever added and deleted, so that two owners never
 * wait for each other's rows. Their numbers rise, with the epoch in the upper half; the last row of a record counts.
 */
final class EntryRows {

    static final int ENTRY_LENGTH = 250;

    private static final int DELETED_AT_ONCE = 500;

    /** A stored entry and its number. */
    record Row(long number, CursorEntry entry) {}

    private final JdbcStorage storage;
    private final String cursorId;
    private long lastNumber;

    EntryRows(JdbcStorage storage, String cursorId, long epoch) {
        this.storage = storage;
        this.cursorId = cursorId;
        this.lastNumber = CursorOwnership.numbersOf(epoch);
    }

    /** In the order in which they were added. */
    List<Row> all() throws SQLException {
        return storage.query(
                EntryRows::row,
                "SELECT note_number, entry FROM vtiger_cursor_entry" + " WHERE cursor_id = ? ORDER BY note_number",
                cursorId);
    }

    private static Row row(ResultSet row) throws SQLException {
        String entry = row.getString(2);
        return new Row(
                row.getLong(1),
                CursorText.parseEntry(entry)
                        .orElseThrow(() -> new CursorException("The stored cursor is damaged: '" + entry
                                + "' in the table vtiger_cursor_entry is not as written.")));
    }

    /** Numbers are used up even when the transaction ends badly: it may have been kept without our knowing. */
    List<Row> add(Connection connection, Collection<? extends CursorEntry> entries) throws SQLException {
        List<Row> added = new ArrayList<>();
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO vtiger_cursor_entry (cursor_id, note_number, entry) VALUES (?, ?, ?)")) {
            for (CursorEntry entry : entries) {
                Row row = new Row(++lastNumber, entry);
                insert.setString(1, cursorId);
                insert.setLong(2, row.number());
                insert.setString(3, CursorText.content(entry));
                insert.addBatch();
                added.add(row);
            }
            insert.executeBatch();
        }
        return added;
    }

    /** Not in one transaction: each statement is complete in itself, and what is left over is deleted another time. */
    void delete(List<Long> numbers) throws SQLException {
        for (int from = 0; from < numbers.size(); from += DELETED_AT_ONCE) {
            List<Long> some = numbers.subList(from, Math.min(from + DELETED_AT_ONCE, numbers.size()));
            List<Object> values = new ArrayList<>(some);
            values.add(0, cursorId);
            storage.update(
                    "DELETE FROM vtiger_cursor_entry WHERE cursor_id = ? AND note_number IN ("
                            + Collections.nCopies(some.size(), "?").stream().collect(Collectors.joining(", ")) + ")",
                    values.toArray());
        }
    }
}
