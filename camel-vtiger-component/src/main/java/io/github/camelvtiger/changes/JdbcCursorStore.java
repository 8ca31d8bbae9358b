package io.github.camelvtiger.changes;

import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.InstantSource;
import java.util.HexFormat;
import javax.sql.DataSource;

/**
 * Keeps cursors in two tables of a database that several processes share: PostgreSQL, MariaDB or H2. The tables
 * ({@code vtiger_cursor} and {@code vtiger_cursor_entry}) are made when they are missing.
 *
 * <p>Opening a cursor takes it away from whoever has it: each opening gets an epoch one higher, and what an earlier owner
 * writes later is refused. So it is for the caller, a cluster's leader, to see that two do not open it by turns. No
 * statement leaves a lock behind that a process which was stopped in the middle could hold against its successor.
 */
public final class JdbcCursorStore implements CursorStore {

    /** Two processes may take a cursor at the same moment; more than a few times in a row they do not. */
    private static final int ATTEMPTS = 20;

    private static final int ID_BYTES = 16;

    private final JdbcStorage storage;
    private final InstantSource clock;
    private final String owner;

    /** @param dataSource a pool or not; every connection is closed after each use and left in auto-commit as it was */
    public JdbcCursorStore(DataSource dataSource) {
        this(
                dataSource,
                Clock.systemUTC(),
                "process " + ManagementFactory.getRuntimeMXBean().getName());
    }

    /** @param owner who this process is, for the sentence that an earlier owner gets */
    JdbcCursorStore(DataSource dataSource, InstantSource clock, String owner) {
        this.storage = new JdbcStorage(dataSource);
        this.clock = clock;
        this.owner = owner;
    }

    @Override
    public Cursor open(String key) {
        CursorRow row = new CursorRow(storage, id(key));
        try {
            row.createTables();
            for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
                long epoch = row.take(key, owner, clock.instant());
                if (epoch > 0) {
                    return new JdbcCursor(key, row, new EntryRows(storage, id(key), epoch), epoch);
                }
            }
        } catch (SQLException e) {
            throw new JdbcFailure(key).during("opened", e);
        }
        throw new CursorException("The cursor '" + key + "' could not be opened: " + ATTEMPTS
                + " times in a row another process took it at the same moment. Let one of them be the leader"
                + " (the component master), or give each a cursor of its own with the option cursorKey.");
    }

    /** Of one length, whatever the key, and the same in databases that do not tell upper from lower case. */
    private static String id(String key) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, ID_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java has no SHA-256, which every Java must have.", e);
        }
    }
}
