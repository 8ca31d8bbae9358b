package io.github.camelvtiger.changes;

import java.io.IOException;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class PostgresKnownStorageTest extends JdbcKnownStorageContract {

    private static PostgresDatabase database;

    @BeforeAll
    static void start() throws IOException {
        database = new PostgresDatabase();
    }

    @AfterAll
    static void stop() throws IOException {
        database.close();
    }

    @Override
    DataSource dataSource() {
        return database.dataSource();
    }
}
