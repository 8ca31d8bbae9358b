package io.github.camelvtiger.changes;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The row of one cursor: who owns it since when, under which epoch, and how far the feed got. Its id is a hash of the
 * key; the key itself is stored with it for people.
 */
record CursorRow(JdbcStorage storage, String id) {

    static final int NAME_LENGTH = 255;
    static final int OWNER_LENGTH = 120;
    private static final String OWNER_OF = "SELECT epoch, owner, taken_at FROM vtiger_cursor WHERE cursor_id = ?";

    /** SQLState class of a row that exists already. */
    private static final String INTEGRITY = "23";

    /** Who took the cursor last. */
    record Owner(long epoch, String name, Instant since) {}

    /** @return the epoch of the new owner; 0 when another process took the cursor at the same moment */
    long take(String key, String owner, Instant now) throws SQLException {
        String name = limited(owner, OWNER_LENGTH);
        Optional<Owner> before = owner();
        if (before.isEmpty()) {
            return insert(key, name, now) ? 1 : 0;
        }
        long epoch = before.get().epoch() + 1;
        int taken = storage.update(
                "UPDATE vtiger_cursor SET epoch = ?, owner = ?, taken_at = ? WHERE cursor_id = ? AND epoch = ?",
                epoch,
                name,
                now.getEpochSecond(),
                id,
                epoch - 1);
        return taken == 1 ? epoch : 0;
    }

    private boolean insert(String key, String owner, Instant now) throws SQLException {
        try {
            storage.update(
                    "INSERT INTO vtiger_cursor (cursor_id, name, epoch, owner, taken_at) VALUES (?, ?, 1, ?, ?)",
                    id,
                    limited(key, NAME_LENGTH),
                    owner,
                    now.getEpochSecond());
            return true;
        } catch (SQLException e) {
            if (e.getSQLState() != null && e.getSQLState().startsWith(INTEGRITY)) {
                return false;
            }
            throw e;
        }
    }

    Optional<Owner> owner() throws SQLException {
        return storage.query(CursorRow::owner, OWNER_OF, id).stream().findFirst();
    }

    /** As this transaction sees it. */
    Optional<Owner> owner(Connection connection) throws SQLException {
        return storage.query(connection, CursorRow::owner, OWNER_OF, id).stream()
                .findFirst();
    }

    private static Owner owner(ResultSet row) throws SQLException {
        return new Owner(row.getLong(1), row.getString(2), Instant.ofEpochSecond(row.getLong(3)));
    }

    /** The progress as it was saved last; empty when it never was. */
    Optional<String> progress() throws SQLException {
        List<String> found = storage.query(
                row -> row.getString(1),
                "SELECT progress FROM vtiger_cursor WHERE cursor_id = ? AND progress IS NOT NULL",
                id);
        return found.stream().findFirst();
    }

    /** @return whether the cursor still is of that epoch, so that it was written */
    boolean save(String progress, long epoch) throws SQLException {
        return storage.update(
                        "UPDATE vtiger_cursor SET progress = ? WHERE cursor_id = ? AND epoch = ?", progress, id, epoch)
                == 1;
    }

    /** Only what every character set can hold. */
    private static String limited(String text, int length) {
        String plain = text.replaceAll("[^ -~]", "?");
        return plain.length() <= length ? plain : plain.substring(0, length);
    }
}
