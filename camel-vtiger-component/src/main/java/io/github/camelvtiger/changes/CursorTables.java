package io.github.camelvtiger.changes;

import java.sql.SQLException;
import java.util.List;

/** The tables of all cursors in one database. */
record CursorTables(JdbcStorage storage) {

    private static final int ATTEMPTS = 3;

    /** SQLState class of a table that does not exist. */
    private static final String UNKNOWN_NAME = "42";

    /** @param furtherKeys what its primary key has after the cursor's id */
    private record Table(String name, String columns, String furtherKeys) {}

    private static final List<Table> ALL = List.of(
            new Table(
                    "vtiger_cursor",
                    "name varchar(" + CursorRow.NAME_LENGTH + ") NOT NULL, epoch bigint NOT NULL, owner varchar("
                            + CursorRow.OWNER_LENGTH + ") NOT NULL, taken_at bigint NOT NULL, progress varchar(2000)",
                    ""),
            new Table(
                    "vtiger_cursor_entry",
                    "note_number bigint NOT NULL, entry varchar(" + EntryRows.ENTRY_LENGTH + ") NOT NULL",
                    ", note_number"),
            new Table(
                    VersionedRows.RECORD_TABLE,
                    VersionedRows.RECORD_KEY + " bigint NOT NULL, " + VersionedRows.COLUMNS,
                    ", " + VersionedRows.RECORD_KEY + ", version"),
            new Table(
                    VersionedRows.PROPERTY_TABLE,
                    VersionedRows.PROPERTY_KEY + " varchar(64) NOT NULL, " + VersionedRows.COLUMNS,
                    ", " + VersionedRows.PROPERTY_KEY + ", version"));

    /** A user who may not create tables needs no right to, once they are there. */
    void createMissing() throws SQLException {
        for (Table table : ALL) {
            for (int attempt = 1; !exists(table); attempt++) {
                try {
                    create(table);
                } catch (SQLException e) {
                    // Two processes may make it at the same moment; PostgreSQL then fails one of them.
                    if (attempt == ATTEMPTS) {
                        throw e;
                    }
                }
            }
        }
    }

    /** Whether all are there. */
    boolean exist() throws SQLException {
        for (Table table : ALL) {
            if (!exists(table)) {
                return false;
            }
        }
        return true;
    }

    private boolean exists(Table table) throws SQLException {
        try {
            storage.query(row -> row.getString(1), "SELECT cursor_id FROM " + table.name() + " WHERE cursor_id = ''");
            return true;
        } catch (SQLException e) {
            if (e.getSQLState() != null && e.getSQLState().startsWith(UNKNOWN_NAME)) {
                return false;
            }
            throw e;
        }
    }

    private void create(Table table) throws SQLException {
        storage.update("CREATE TABLE IF NOT EXISTS " + table.name() + " (cursor_id varchar(32) NOT NULL, "
                + table.columns() + ", PRIMARY KEY (cursor_id" + table.furtherKeys() + "))");
    }
}
