package io.github.camelvtiger.routes;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.github.camelvtiger.changes.CursorStore;
import io.github.camelvtiger.changes.JdbcCursorStore;
import java.util.Optional;
import org.apache.camel.main.BaseMainSupport;
import org.apache.camel.main.MainListenerSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Gives the feeds the place of their cursors: the database of {@code cursor.jdbc.url}, else files. */
final class CursorListener extends MainListenerSupport {

    private static final Logger LOG = LoggerFactory.getLogger("cursors");

    private static final int CONNECTIONS = 4;
    private static final long PATIENCE_MILLIS = 10_000;

    private final CrmListener crm;
    private HikariDataSource pool;

    CursorListener(CrmListener crm) {
        this.crm = crm;
    }

    @Override
    public void beforeInitialize(BaseMainSupport main) {
        Settings settings = Settings.of(main.getCamelContext());
        Optional<String> url = settings.find("cursor.jdbc.url");
        if (url.isEmpty() || crm.demo().isPresent()) {
            return;
        }
        pool = pool(url.get(), settings);
        main.getCamelContext().getRegistry().bind("cursorStore", CursorStore.class, new JdbcCursorStore(pool));
        LOG.info("Cursors: in the database of cursor.jdbc.url");
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
            // The pool's own sentence repeats the address, in which a password may stand.
            throw new IllegalStateException("The setting cursor.jdbc.url names a database for which there is no driver;"
                    + " that of PostgreSQL comes with the application, another one's must be put on the class path.");
        }
    }

    @Override
    public void afterStop(BaseMainSupport main) {
        if (pool != null) {
            pool.close();
        }
    }
}
