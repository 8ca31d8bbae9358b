package io.github.camelvtiger.changes;

import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;

/** A database in memory of its own, with a pool of connections. */
final class H2Database implements AutoCloseable {

    private final JdbcConnectionPool pool =
            JdbcConnectionPool.create("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", "sa", "");

    DataSource dataSource() {
        return pool;
    }

    @Override
    public void close() throws SQLException {
        new StoredTables(pool).execute("SHUTDOWN");
        pool.dispose();
    }
}
