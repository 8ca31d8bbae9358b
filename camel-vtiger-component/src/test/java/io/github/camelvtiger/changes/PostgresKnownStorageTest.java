package io.github.camelvtiger.changes;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.time.Duration;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** On a real PostgreSQL, which takes some seconds to start. */
class PostgresKnownStorageTest extends JdbcKnownStorageContract {

    private static EmbeddedPostgres server;
    private static HikariDataSource pool;

    @BeforeAll
    static void start() throws IOException {
        server = EmbeddedPostgres.builder()
                .setPGStartupWait(Duration.ofMinutes(1))
                .start();
        HikariConfig settings = new HikariConfig();
        settings.setDataSource(server.getPostgresDatabase());
        pool = new HikariDataSource(settings);
    }

    @AfterAll
    static void stop() throws IOException {
        pool.close();
        server.close();
    }

    @Override
    DataSource dataSource() {
        return pool;
    }
}
