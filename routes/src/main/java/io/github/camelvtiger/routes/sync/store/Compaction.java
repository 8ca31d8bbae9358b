package io.github.camelvtiger.routes.sync.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Rewrites the file of an H2 database once it is closed, so that what was erased is not in it any more: H2 overwrites erased values only when it
 * uses their room again. A file beside the database says that this is due, so that a process which is killed leaves it to the next one.
 */
final class Compaction {

    private static final Logger LOG = LoggerFactory.getLogger("sync");

    /** H2: the database was closed, which is what {@code SHUTDOWN COMPACT} does. */
    private static final int ALREADY_CLOSED = 90121;

    private final StoreAddress address;
    private final Path due;

    /** @param directory of the database's files */
    Compaction(StoreAddress address, Path directory) {
        this.address = address;
        this.due = directory.resolve("compact-when-closed");
    }

    /**
     * The database is to be compacted when it is closed, by this process or the next one.
     *
     * @throws StoreException if that cannot be noted
     */
    void request() {
        try {
            Files.write(due, new byte[0]);
        } catch (IOException e) {
            throw new StoreException("What was erased may still be in the files of the database, since " + due
                    + " could not be written (" + e + "); see that its disk has room, and repeat the command.");
        }
    }

    /** Compacts the database if that is due; to be called when all its connections are closed. */
    void whenClosed() {
        if (!Files.exists(due)) {
            return;
        }
        try {
            // Before the database is open to another process, which may erase more and note that here.
            Files.delete(due);
            compact();
        } catch (IOException | SQLException e) {
            noteAgain();
            LOG.warn(
                    "What was erased may still be in the files of the database, which could not be compacted; this is tried again the next"
                            + " time that it is closed: {}",
                    address.withoutSecrets(e.getMessage()));
        }
    }

    private void noteAgain() {
        try {
            request();
        } catch (StoreException e) {
            LOG.warn("{}", e.getMessage());
        }
    }

    private void compact() throws SQLException {
        try (Connection connection = DriverManager.getConnection(
                        address.url(),
                        address.username().orElse(""),
                        address.password().orElse(""));
                Statement statement = connection.createStatement()) {
            statement.execute("SHUTDOWN COMPACT");
        } catch (SQLException e) {
            if (e.getErrorCode() != ALREADY_CLOSED) {
                throw e;
            }
        }
    }
}
