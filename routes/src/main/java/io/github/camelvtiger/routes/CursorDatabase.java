package io.github.camelvtiger.routes;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.github.camelvtiger.changes.JdbcCursorStore;
import java.util.Optional;

/** The database of {@code cursor.jdbc.url}, with a pool of connections until it is closed. */
final class CursorDatabase implements AutoCloseable {

    /** How the feeds find it in the registry. */
    static final String STORE = "cursorStore";

    private static final int CONNECTIONS = 4;
    private static final long PATIENCE_MILLIS = 10_000;

    private final HikariDataSource pool;

    private CursorDatabase(HikariDataSource pool) {
        this.pool = pool;
    }

    /** Empty when the cursors are in files. */
    static Optional<CursorDatabase> of(Settings settings) {
        return settings.find("cursor.jdbc.url").map(url -> new CursorDatabase(pool(url, settings)));
    }

    JdbcCursorStore store() {
        return new JdbcCursorStore(pool);
    }

    private static HikariDataSource pool(String url, Settings settings) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("cursors");
        config.setJdbcUrl(url);
        settings.find("cursor.jdbc.username").ifPresent(config::setUsername);
        settings.find("cursor.jdbc.password").ifPresent(config::setPassword);
        config.setMaximumPoolSize(CONNECTIONS);
        config.setMinimumIdle(1);
        config.setConnectionTimeout(PATIENCE_MILLIS);
        // A database that is down at the start fails the polls until it is there, not the start.
        config.setInitializationFailTimeout(-1);
        try {
            return new HikariDataSource(config);
        } catch (RuntimeException e) {
            // The pool's own sentence repeats the address, which may contain a password.
            throw new IllegalStateException("The setting cursor.jdbc.url names a database for which there is no driver;"
                    + " that of PostgreSQL comes with the application, another one's must be put on the class path.");
        }
    }

    @Override
    public void close() {
        pool.close();
    }
}
