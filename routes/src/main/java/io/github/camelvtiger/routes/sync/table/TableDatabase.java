package io.github.camelvtiger.routes.sync.table;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.github.camelvtiger.routes.sync.store.StoreAddress;
import io.github.camelvtiger.routes.sync.table.TableException.Cause;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Set;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.HandleConsumer;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

/** A database with tables of modules. It is opened when it is used for the first time, since it may be down before. */
public final class TableDatabase implements AutoCloseable {

    private static final int CONNECTIONS = 8;
    private static final long PATIENCE_MILLIS = 10_000;

    /** SQL states that begin so are about a row: data that do not fit, and constraints. */
    private static final Set<String> OF_ROWS = Set.of("22", "23");

    /** And these about tables: what is not there, or is otherwise; the rights of the user. */
    private static final String OF_TABLES = "42";

    private final String name;
    private final StoreAddress address;
    private HikariDataSource pool;
    private Jdbi jdbi;
    private Dialect dialect;

    /** @param name of the data source */
    public TableDatabase(String name, StoreAddress address) {
        this.name = name;
        this.address = address;
    }

    String name() {
        return name;
    }

    /** @throws TableException if it cannot be opened */
    Dialect dialect() {
        open();
        return dialect;
    }

    /** @throws TableException of the kind that the failure is; nothing is changed then */
    <T> T inTransaction(HandleCallback<T, RuntimeException> work) {
        try {
            return open().inTransaction(work);
        } catch (JdbiException e) {
            throw failure(e);
        }
    }

    /** @throws TableException of the kind that the failure is; nothing is changed then */
    void useTransaction(HandleConsumer<RuntimeException> work) {
        inTransaction(work.asCallback());
    }

    private synchronized Jdbi open() {
        if (jdbi == null) {
            HikariDataSource opened = pool();
            try (java.sql.Connection connection = opened.getConnection()) {
                dialect = Dialect.of(connection);
                address.protect();
            } catch (SQLException | IOException | IllegalArgumentException e) {
                opened.close();
                throw failure(e);
            }
            pool = opened;
            jdbi = Jdbi.create(opened);
        }
        return jdbi;
    }

    private HikariDataSource pool() {
        HikariConfig config = new HikariConfig();
        config.setPoolName("sql-" + name);
        config.setJdbcUrl(address.url());
        address.username().ifPresent(config::setUsername);
        address.password().ifPresent(config::setPassword);
        config.setMaximumPoolSize(CONNECTIONS);
        config.setMinimumIdle(1);
        config.setConnectionTimeout(PATIENCE_MILLIS);
        config.setInitializationFailTimeout(-1);
        if (address.url().startsWith("jdbc:postgresql:")) {
            // One statement for many rows.
            config.addDataSourceProperty("reWriteBatchedInserts", "true");
        }
        try {
            address.protect();
            return new HikariDataSource(config);
        } catch (IOException | RuntimeException e) {
            throw failure(e);
        }
    }

    TableException failure(Exception failure) {
        Throwable root = failure;
        String state = "";
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            root = cause;
            if (cause instanceof SQLException sql && sql.getSQLState() != null) {
                state = sql.getSQLState();
            }
        }
        // That of a batch only says that there is a next one.
        if (root instanceof SQLException batch && batch.getNextException() != null) {
            return failure(batch.getNextException());
        }
        String reason = address.withoutSecrets(String.valueOf(root.getMessage()))
                .lines()
                .findFirst()
                .orElse("");
        Cause kind = OF_ROWS.contains(state.substring(0, Math.min(2, state.length())))
                ? Cause.ROW
                : state.startsWith(OF_TABLES) ? Cause.TABLE : Cause.DATABASE;
        return new TableException(
                kind,
                switch (kind) {
                    case ROW -> "The database '" + name + "' refuses the row: " + reason;
                    case TABLE -> "A table of the database '" + name + "' is not as it was made: " + reason;
                    case DATABASE -> "The database '" + name + "' at " + address + " cannot be used: " + reason;
                });
    }

    @Override
    public synchronized void close() {
        if (pool != null) {
            pool.close();
        }
    }
}
