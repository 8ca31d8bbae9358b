package io.github.camelvtiger.routes.sync.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.time.InstantSource;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Jdbi;

/** The database of what syncs have done, open. */
public final class SyncStore implements AutoCloseable {

    private static final int CONNECTIONS = 4;

    /** H2: another process has the database open. */
    private static final int DATABASE_ALREADY_OPEN = 90020;

    private final HikariDataSource pool;
    private final Runs runs;
    private final Journal journal;
    private final Rejects rejects;

    private SyncStore(HikariDataSource pool, InstantSource clock) {
        this.pool = pool;
        Jdbi jdbi = Jdbi.create(pool);
        this.runs = new Runs(jdbi, clock);
        this.journal = new Journal(jdbi, clock);
        this.rejects = new Rejects(jdbi, clock);
    }

    /**
     * Opens the database, and brings its tables to the form of this release.
     *
     * @throws StoreException if it cannot be opened
     */
    public static SyncStore open(StoreAddress address, InstantSource clock) {
        HikariDataSource pool = pool(address);
        try {
            Flyway.configure()
                    .dataSource(pool)
                    .locations("classpath:db/syncs")
                    .table("sync_schema_history")
                    .load()
                    .migrate();
            return new SyncStore(pool, clock);
        } catch (RuntimeException e) {
            pool.close();
            throw new StoreException("The database of the syncs at " + address
                    + " could not be brought to the form of this release: " + withoutSecrets(e.getMessage(), address));
        }
    }

    private static HikariDataSource pool(StoreAddress address) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("syncs");
        config.setJdbcUrl(address.url());
        address.username().ifPresent(config::setUsername);
        address.password().ifPresent(config::setPassword);
        config.setMaximumPoolSize(CONNECTIONS);
        config.setMinimumIdle(1);
        try {
            return new HikariDataSource(config);
        } catch (RuntimeException e) {
            throw new StoreException(sentence(address, e));
        }
    }

    private static String sentence(StoreAddress address, RuntimeException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && sql.getErrorCode() == DATABASE_ALREADY_OPEN) {
                return "Another process has the database of the syncs at " + address
                        + " open; stop that application first, or give the command to it.";
            }
        }
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return "The database of the syncs at " + address + " cannot be opened: "
                + withoutSecrets(root.getMessage(), address);
    }

    /** Pool and driver repeat the address, which may hold a password; for the same reason they are not the cause of ours. */
    private static String withoutSecrets(String message, StoreAddress address) {
        String plain = String.valueOf(message).replace(address.url(), address.toString());
        return address.password()
                .filter(password -> !password.isEmpty())
                .map(password -> plain.replace(password, "***"))
                .orElse(plain);
    }

    public Runs runs() {
        return runs;
    }

    public Journal journal() {
        return journal;
    }

    public Rejects rejects() {
        return rejects;
    }

    @Override
    public void close() {
        pool.close();
    }
}
