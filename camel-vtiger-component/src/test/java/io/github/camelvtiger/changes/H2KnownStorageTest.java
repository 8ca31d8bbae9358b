package io.github.camelvtiger.changes;

import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;

class H2KnownStorageTest extends JdbcKnownStorageContract {

    private final H2Database database = new H2Database();

    @Override
    DataSource dataSource() {
        return database.dataSource();
    }

    @AfterEach
    void shutDown() throws SQLException {
        database.close();
    }
}
