package io.github.camelvtiger.routes.sync.table;

import io.github.camelvtiger.routes.sync.store.DataSources;
import io.github.camelvtiger.routes.sync.store.StoreException;
import io.github.camelvtiger.routes.sync.table.TableException.Cause;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import javax.sql.DataSource;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.HandleConsumer;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

/** A database with tables of modules. It is opened when it is used for the first time, since it may be down before. */
public final class TableDatabase {

    /** SQL states that begin so are about a row: data that do not fit, and constraints. */
    private static final Set<String> OF_ROWS = Set.of("22", "23");

    /** And these about tables: what is not there, or is otherwise; the rights of the user. */
    private static final String OF_TABLES = "42";

    private final String name;
    private final DataSources sources;
    private final Object altering = new Object();
    private Jdbi jdbi;
    private Dialect dialect;

    /** @param name of the data source */
    public TableDatabase(String name, DataSources sources) {
        this.name = name;
        this.sources = sources;
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

    /**
     * The same for what makes or alters tables, by one thread at a time: two that make the same one disturb each other even if each asks
     * for it only "if it does not exist".
     */
    <T> T alteredAlone(HandleCallback<T, RuntimeException> work) {
        synchronized (altering) {
            return inTransaction(work);
        }
    }

    /** @throws TableException of the kind that the failure is; nothing is changed then */
    void useTransaction(HandleConsumer<RuntimeException> work) {
        inTransaction(work.asCallback());
    }

    private synchronized Jdbi open() {
        if (jdbi == null) {
            try {
                DataSource opened = sources.get(name);
                try (Connection connection = opened.getConnection()) {
                    dialect = Dialect.of(connection);
                }
                jdbi = Jdbi.create(opened);
            } catch (SQLException | StoreException | IllegalArgumentException e) {
                throw failure(e);
            }
        }
        return jdbi;
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
        String reason = sources.withoutSecrets(name, root.getMessage())
                .lines()
                .findFirst()
                .orElse("")
                .replaceFirst(";? ?SQL statement:.*", "");
        Cause kind = OF_ROWS.contains(state.substring(0, Math.min(2, state.length())))
                ? Cause.ROW
                : state.startsWith(OF_TABLES) ? Cause.TABLE : Cause.DATABASE;
        return new TableException(
                kind,
                switch (kind) {
                    case ROW -> "The database '" + name + "' refuses the row: " + reason;
                    case TABLE -> "A table of the database '" + name + "' is not as it was made: " + reason;
                    case DATABASE ->
                        "The database '" + name + "' at " + sources.address(name) + " cannot be used: " + reason;
                });
    }
}
