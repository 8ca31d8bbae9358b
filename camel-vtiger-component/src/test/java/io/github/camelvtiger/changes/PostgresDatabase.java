package io.github.camelvtiger.changes;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.time.Duration;
import javax.sql.DataSource;

/** A real PostgreSQL, which takes some seconds to start, with a pool of connections. */
final class PostgresDatabase implements AutoCloseable {

    private final EmbeddedPostgres server;
    private final HikariDataSource pool;

    PostgresDatabase() throws IOException {
        server = EmbeddedPostgres.builder()
                .setPGStartupWait(Duration.ofMinutes(1))
                .start();
        HikariConfig settings = new HikariConfig();
        settings.setDataSource(server.getPostgresDatabase());
        pool = new HikariDataSource(settings);
    }

    DataSource dataSource() {
        return pool;
    }

    @Override
    public void close() throws IOException {
        pool.close();
        server.close();
    }
}
