package io.github.camelvtiger.changes;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** Statements against a database, each with a connection of its own that is returned as it was. */
record JdbcStorage(DataSource dataSource) {

    /** What one row of an answer means. */
    interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** Several statements that are kept all or not at all. */
    interface Work {
        void on(Connection connection) throws SQLException;
    }

    /** One statement, kept at once. @return the number of rows it changed */
    int update(String sql, Object... values) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                AutoCommit ignored = new AutoCommit(connection, true);
                PreparedStatement statement = prepare(connection, sql, values)) {
            return statement.executeUpdate();
        }
    }

    <T> List<T> query(RowReader<T> reader, String sql, Object... values) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                AutoCommit ignored = new AutoCommit(connection, true)) {
            return query(connection, reader, sql, values);
        }
    }

    <T> List<T> query(Connection connection, RowReader<T> reader, String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = prepare(connection, sql, values);
                ResultSet rows = statement.executeQuery()) {
            List<T> answer = new ArrayList<>();
            while (rows.next()) {
                answer.add(reader.read(rows));
            }
            return answer;
        }
    }

    void transaction(Work work) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                AutoCommit ignored = new AutoCommit(connection, false)) {
            try {
                work.on(connection);
                connection.commit();
            } catch (SQLException | RuntimeException e) {
                rollBack(connection, e);
                throw e;
            }
        }
    }

    private static void rollBack(Connection connection, Exception failure) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            failure.addSuppressed(e);
        }
    }

    private static PreparedStatement prepare(Connection connection, String sql, Object... values) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        try {
            for (int index = 0; index < values.length; index++) {
                statement.setObject(index + 1, values[index]);
            }
            return statement;
        } catch (SQLException e) {
            statement.close();
            throw e;
        }
    }

    /** A mode of committing, until it is closed: whoever else uses the connection gets the one that it had. */
    private static final class AutoCommit implements AutoCloseable {

        private final Connection connection;
        private final boolean before;

        AutoCommit(Connection connection, boolean mode) throws SQLException {
            this.connection = connection;
            this.before = connection.getAutoCommit();
            if (before != mode) {
                connection.setAutoCommit(mode);
            }
        }

        @Override
        public void close() throws SQLException {
            if (connection.getAutoCommit() != before) {
                connection.setAutoCommit(before);
            }
        }
    }
}
