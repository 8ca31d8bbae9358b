package io.github.camelvtiger.changes;

import java.sql.SQLException;

/** The tables of all cursors in one database. */
record CursorTables(JdbcStorage storage) {

    private static final int ATTEMPTS = 3;

    /** SQLState class of a table that does not exist. */
    private static final String UNKNOWN_NAME = "42";

    /** A user who may not create tables needs no right to, once they are there. */
    void createMissing() throws SQLException {
        for (int attempt = 1; !exist(); attempt++) {
            try {
                create();
            } catch (SQLException e) {
                // Two processes may make them at the same moment; PostgreSQL then fails one of them.
                if (attempt == ATTEMPTS) {
                    throw e;
                }
            }
        }
    }

    private boolean exist() throws SQLException {
        try {
            for (String table : new String[] {
                "vtiger_cursor", "vtiger_cursor_entry", KnownRows.RECORD_TABLE, KnownRows.PROPERTY_TABLE
            }) {
                storage.query(row -> row.getString(1), "SELECT cursor_id FROM " + table + " WHERE cursor_id = ''");
            }
            return true;
        } catch (SQLException e) {
            if (e.getSQLState() != null && e.getSQLState().startsWith(UNKNOWN_NAME)) {
                return false;
            }
            throw e;
        }
    }

    private void create() throws SQLException {
        create(
                "vtiger_cursor",
                "name varchar(" + CursorRow.NAME_LENGTH + ") NOT NULL, epoch bigint NOT NULL, owner varchar("
                        + CursorRow.OWNER_LENGTH + ") NOT NULL, taken_at bigint NOT NULL, progress varchar(2000)",
                "");
        create(
                "vtiger_cursor_entry",
                "note_number bigint NOT NULL, entry varchar(" + EntryRows.ENTRY_LENGTH + ") NOT NULL",
                ", note_number");
        create(
                KnownRows.RECORD_TABLE,
                KnownRows.RECORD_KEY + " bigint NOT NULL, " + KnownRows.COLUMNS,
                ", " + KnownRows.RECORD_KEY + ", version");
        create(
                KnownRows.PROPERTY_TABLE,
                KnownRows.PROPERTY_KEY + " varchar(64) NOT NULL, " + KnownRows.COLUMNS,
                ", " + KnownRows.PROPERTY_KEY + ", version");
    }

    private void create(String table, String columns, String furtherKeys) throws SQLException {
        storage.update("CREATE TABLE IF NOT EXISTS " + table + " (cursor_id varchar(32) NOT NULL, " + columns
                + ", PRIMARY KEY (cursor_id" + furtherKeys + "))");
    }
}
