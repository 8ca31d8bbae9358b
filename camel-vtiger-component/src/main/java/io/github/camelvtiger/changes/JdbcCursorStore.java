package io.github.camelvtiger.changes;

import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.sql.DataSource;

/**
 * Keeps cursors in four tables of a database that several processes share: PostgreSQL, MariaDB or H2. The tables
 * ({@code vtiger_cursor}, {@code vtiger_cursor_entry}, {@code vtiger_known_record} and {@code vtiger_known_property}) are
 * made when they are missing.
 *
 * <p>Opening a cursor takes it away from whoever has it: each opening gets an epoch one higher, and what an earlier owner
 * writes later is refused. So it is for the caller, a cluster's leader, to see that two do not open it by turns. No
 * statement leaves a lock behind that a process which was stopped in the middle could hold against its successor.
 */
public final class JdbcCursorStore implements CursorStore, CursorCatalog {

    /** Two processes may take a cursor at the same moment; more than a few times in a row they do not. */
    private static final int ATTEMPTS = 20;

    private static final int ID_BYTES = 16;
    private static final int SHOWN_OF_ID = 8;

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
        return open(key, id(key));
    }

    private Cursor open(String key, String id) {
        CursorRow row = new CursorRow(storage, id);
        try {
            new CursorTables(storage).createMissing();
            for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
                long epoch = row.take(key, owner, clock.instant());
                if (epoch > 0) {
                    return new JdbcCursor(new CursorOwnership(key, row, epoch));
                }
            }
        } catch (SQLException e) {
            throw new JdbcFailure(key).during("opened", e);
        }
        throw new CursorException("The cursor '" + key + "' could not be opened: " + ATTEMPTS
                + " times in a row another process took it at the same moment. Let one of them be the leader"
                + " (the component master), or give each a cursor of its own with the option cursorKey.");
    }

    /** The keys, as far as they can be shown, with the beginning of their ids. */
    @Override
    public List<String> names() {
        return List.copyOf(ids("(all)").keySet());
    }

    private SortedMap<String, String> ids(String name) {
        SortedMap<String, String> ids = new TreeMap<>();
        try {
            if (!new CursorTables(storage).exist()) {
                return ids;
            }
            storage.query(
                    row -> ids.put(
                            row.getString(2) + "-" + row.getString(1).substring(0, SHOWN_OF_ID), row.getString(1)),
                    "SELECT cursor_id, name FROM vtiger_cursor WHERE progress IS NOT NULL");
        } catch (SQLException e) {
            throw new JdbcFailure(name).during("looked for", e);
        }
        return ids;
    }

    @Override
    public Optional<String> nameOf(String key) {
        String id = id(key);
        return ids(key).entrySet().stream()
                .filter(cursor -> cursor.getValue().equals(id))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    @Override
    public Optional<CursorState> look(String name) {
        return Optional.ofNullable(ids(name).get(name))
                .flatMap(id -> new JdbcCursor(new CursorOwnership(name, new CursorRow(storage, id), 0)).look());
    }

    /** Takes it away from a consumer that is using it, as {@link #open} does. */
    @Override
    public Cursor openByName(String name) {
        String id = ids(name).get(name);
        if (id == null) {
            throw new CursorException("There is no cursor '" + name + "' in the database; list those that are there.");
        }
        return open(name, id);
    }

    /** Of one length, whatever the key, and the same in databases that do not distinguish upper from lower case. */
    private static String id(String key) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, ID_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java has no SHA-256, which every Java must have.", e);
        }
    }
}
