package io.github.camelvtiger.changes;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import javax.sql.DataSource;

/** The tables of cursors in a database, past the store. */
record StoredTables(DataSource database) {

    void drop() throws SQLException {
        for (String table : List.of("cursor", "cursor_entry", "known_record", "known_property")) {
            execute("DROP TABLE IF EXISTS vtiger_" + table);
        }
    }

    void execute(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    int count(String table) throws SQLException {
        return Integer.parseInt(first("SELECT COUNT(*) FROM " + table));
    }

    /** Of the only cursor. */
    String cursorId() throws SQLException {
        return first("SELECT cursor_id FROM vtiger_cursor");
    }

    private String first(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
