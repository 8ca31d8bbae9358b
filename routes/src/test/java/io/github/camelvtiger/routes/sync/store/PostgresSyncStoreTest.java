package io.github.camelvtiger.routes.sync.store;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class PostgresSyncStoreTest extends SyncStoreContract {

    private static EmbeddedPostgres postgres;

    @BeforeAll
    static void start() throws IOException, SQLException {
        postgres = EmbeddedPostgres.start();
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            // One database may be that of the cursors, too.
            statement.execute("CREATE TABLE vtiger_cursor (cursor_id INT)");
        }
    }

    @AfterAll
    static void stop() throws IOException {
        postgres.close();
    }

    @Override
    StoreAddress address() {
        return new StoreAddress(
                postgres.getJdbcUrl("postgres", "postgres"), Optional.of("postgres"), Optional.of("postgres"));
    }
}
