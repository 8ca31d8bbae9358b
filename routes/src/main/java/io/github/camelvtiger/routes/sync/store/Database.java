package io.github.camelvtiger.routes.sync.store;

import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.HandleConsumer;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

/**
 * The database, whose failures are one sentence each: those of the library repeat the statement with all values, which are
 * what was in records.
 */
final class Database {

    private final Jdbi jdbi;
    private final String place;
    private final UnaryOperator<String> withoutSecrets;

    /** @param place what messages call it */
    Database(DataSource source, String place, UnaryOperator<String> withoutSecrets) {
        this.jdbi = Jdbi.create(source);
        this.place = place;
        this.withoutSecrets = withoutSecrets;
    }

    /** @throws StoreException if it cannot be reached or used */
    <T> T withHandle(HandleCallback<T, RuntimeException> work) {
        try {
            return jdbi.withHandle(work);
        } catch (JdbiException e) {
            throw failure(e);
        }
    }

    /** @throws StoreException if it cannot be reached or used */
    void useHandle(HandleConsumer<RuntimeException> work) {
        withHandle(work.asCallback());
    }

    /** @throws StoreException if it cannot be reached or used; nothing is changed then */
    <T> T inTransaction(HandleCallback<T, RuntimeException> work) {
        try {
            return jdbi.inTransaction(work);
        } catch (JdbiException e) {
            throw failure(e);
        }
    }

    /** @throws StoreException if it cannot be reached or used; nothing is changed then */
    void useTransaction(HandleConsumer<RuntimeException> work) {
        inTransaction(work.asCallback());
    }

    private StoreException failure(JdbiException failure) {
        Throwable root = failure;
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            root = cause;
        }
        String reason = withoutSecrets
                .apply(String.valueOf(root.getMessage()))
                .lines()
                .findFirst()
                .orElse("");
        return new StoreException("The database of the syncs at " + place + " cannot be used: " + reason
                + (DiskFaults.isOne(failure) ? "; see that its disk has room, and start again." : "."));
    }
}
