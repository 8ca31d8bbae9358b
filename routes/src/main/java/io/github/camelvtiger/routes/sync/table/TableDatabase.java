package io.github.camelvtiger.routes.sync.table;

import io.github.camelvtiger.routes.sync.store.DataSources;
import io.github.camelvtiger.routes.sync.store.DiskFaults;
import io.github.camelvtiger.routes.sync.store.StoreException;
import io.github.camelvtiger.routes.sync.table.TableException.Cause;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.HandleConsumer;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

/** A database with tables of modules. It is opened when it is used for the first time, since it may be down before. */
public final class TableDatabase {

    /** SQL states that begin so about tables: what is not there, or is otherwise; the rights of the user. */
    private static final String OF_TABLES = "42";

    private final String name;
    private final DataSources sources;
    private final Object altering = new Object();
    private volatile Opened opened;

    private record Opened(Jdbi jdbi, Dialect dialect) {}

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
        return open().dialect();
    }

    /** @throws TableException of the kind that the failure is; nothing is changed then */
    <T> T inTransaction(HandleCallback<T, RuntimeException> work) {
        try {
            return open().jdbi().inTransaction(work);
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

    /** Without a lock: while the database is down each thread waits for its own connection only, and two that open it do the same. */
    private Opened open() {
        Opened known = opened;
        if (known != null) {
            return known;
        }
        try {
            DataSource source = sources.get(name);
            try (Connection connection = source.getConnection()) {
                known = new Opened(Jdbi.create(source), Dialect.of(connection));
            }
            opened = known;
            return known;
        } catch (SQLException | StoreException | IllegalArgumentException e) {
            throw failure(e);
        }
    }

    TableException failure(Exception failure) {
        Throwable root = failure;
        String state = "";
        String message = "";
        Optional<RowRefusal> refusal = Optional.empty();
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            root = cause;
            message = Objects.requireNonNullElse(cause.getMessage(), message);
            if (cause instanceof SQLException sql && sql.getSQLState() != null) {
                state = sql.getSQLState();
                refusal = RowRefusal.of(sql);
            }
        }
        // That of a batch only says that there is a next one.
        if (root instanceof SQLException batch && batch.getNextException() != null) {
            return failure(batch.getNextException());
        }
        String reason = sources.withoutSecrets(name, message)
                .lines()
                .findFirst()
                .orElse("")
                .replaceFirst(";? ?SQL statement:.*", "");
        if (refusal.isPresent()) {
            return new TableException(
                    refusal.get().mayPass() ? Cause.ROW_NOW : Cause.ROW,
                    "The database '" + name + "' refuses the row: "
                            + refusal.get().reason());
        }
        boolean noRoom = DiskFaults.isOne(failure);
        if (noRoom) {
            sources.renew(name);
        }
        Cause kind = state.startsWith(OF_TABLES) ? Cause.TABLE : Cause.DATABASE;
        return new TableException(
                kind,
                kind == Cause.TABLE
                        ? "A table of the database '" + name + "' is not as it was made: " + reason
                        : "The database '" + name + "' at " + sources.address(name) + " cannot be used: " + reason
                                + (noRoom ? "; see that its disk has room, until which records wait." : ""));
    }
}
