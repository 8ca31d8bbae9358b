package io.github.camelvtiger.changes;

import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.AfterEach;

class H2KnownStorageTest extends JdbcKnownStorageContract {

    private final JdbcConnectionPool pool =
            JdbcConnectionPool.create("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", "sa", "");

    @Override
    DataSource dataSource() {
        return pool;
    }

    @AfterEach
    void shutDown() throws SQLException {
        execute("SHUTDOWN");
        pool.dispose();
    }
}
