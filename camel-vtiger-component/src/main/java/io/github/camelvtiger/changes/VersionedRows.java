package io.github.camelvtiger.changes;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Texts by their keys in a table of which rows are only ever added and deleted, so that two owners never wait for each
 * other's rows. The row of a key with the highest version counts; one without content says that there is none.
 *
 * @param table with the columns {@code cursor_id}, the key's, {@code version} and {@code content}
 * @param <K> the keys, as the database takes and answers them
 */
record VersionedRows<K>(JdbcStorage storage, String cursorId, String table, String keyColumn, Class<K> keyType) {

    static final String RECORD_TABLE = "vtiger_known_record";
    static final String RECORD_KEY = "record_number";
    static final String PROPERTY_TABLE = "vtiger_known_property";
    static final String PROPERTY_KEY = "name";

    /** Room for the hashes of more than a thousand fields; MariaDB has no longer ones. */
    static final String COLUMNS = "version bigint NOT NULL, content varchar(15000)";

    private static final int AT_ONCE = 500;
    private static final int DELETED_AT_ONCE = 100;

    private record Row<K>(K key, long version) {}

    static VersionedRows<Long> records(JdbcStorage storage, String cursorId) {
        return new VersionedRows<>(storage, cursorId, RECORD_TABLE, RECORD_KEY, Long.class);
    }

    static VersionedRows<String> properties(JdbcStorage storage, String cursorId) {
        return new VersionedRows<>(storage, cursorId, PROPERTY_TABLE, PROPERTY_KEY, String.class);
    }

    /** @param contents null where there shall be none */
    void add(Connection connection, Map<K, String> contents, long version) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO " + table + " (cursor_id, " + keyColumn + ", version, content) VALUES (?, ?, ?, ?)")) {
            for (Map.Entry<K, String> each : contents.entrySet()) {
                insert.setString(1, cursorId);
                insert.setObject(2, each.getKey());
                insert.setLong(3, version);
                insert.setString(4, each.getValue());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    /** Deletes what a version made superfluous, and where there is nothing any more, in the end that row as well. */
    void tidy(Map<K, String> contents, long version) throws SQLException {
        for (List<K> some : chunks(contents.keySet(), AT_ONCE)) {
            delete(rows(" AND " + isOneOf(some) + " AND version < ?", values(some, version)));
        }
        delete(contents.keySet().stream()
                .filter(key -> contents.get(key) == null)
                .map(key -> new Row<>(key, version))
                .toList());
    }

    /** Deletes all rows with a lower version. */
    void deleteAll(long belowVersion) throws SQLException {
        List<Row<K>> some = rows(" AND version < ? LIMIT " + AT_ONCE, cursorId, belowVersion);
        while (!some.isEmpty()) {
            delete(some);
            some = rows(" AND version < ? LIMIT " + AT_ONCE, cursorId, belowVersion);
        }
    }

    private List<Row<K>> rows(String condition, Object... values) throws SQLException {
        return storage.query(
                row -> new Row<>(row.getObject(1, keyType), row.getLong(2)),
                "SELECT " + keyColumn + ", version FROM " + table + " WHERE cursor_id = ?" + condition,
                values);
    }

    /**
     * Each by its whole primary key: MariaDB waits for every row that it passes in looking for others, also for one that a
     * late owner has not committed.
     */
    private void delete(List<Row<K>> rows) throws SQLException {
        for (List<Row<K>> some : chunks(rows, DELETED_AT_ONCE)) {
            List<Object> values = new ArrayList<>();
            values.add(cursorId);
            for (Row<K> row : some) {
                values.add(row.key());
                values.add(row.version());
            }
            storage.update(
                    "DELETE FROM " + table + " WHERE cursor_id = ? AND ("
                            + String.join(
                                    " OR ", Collections.nCopies(some.size(), "(" + keyColumn + " = ? AND version = ?)"))
                            + ")",
                    values.toArray());
        }
    }

    /**
     * The contents of some keys, without those that have none.
     *
     * @param floor a version up to which rows do not count
     */
    Map<K, String> read(Collection<K> keys, long floor) throws SQLException {
        Map<K, String> found = new HashMap<>();
        for (List<K> some : chunks(keys, AT_ONCE)) {
            take(found, " AND " + isOneOf(some) + " AND version > ?", values(some, floor));
        }
        return found;
    }

    /** The contents of all keys. */
    Map<K, String> readAll(long floor) throws SQLException {
        Map<K, String> found = new HashMap<>();
        take(found, " AND version > ?", cursorId, floor);
        return found;
    }

    private void take(Map<K, String> found, String condition, Object... values) throws SQLException {
        storage.query(
                row -> found.put(row.getObject(1, keyType), row.getString(2)),
                "SELECT " + keyColumn + ", content FROM " + table + " WHERE cursor_id = ?" + condition
                        + " ORDER BY version",
                values);
        found.values().removeIf(content -> content == null);
    }

    /** The highest version of a key; 0 when it has none. */
    long lastVersion(K key) throws SQLException {
        return storage.query(
                        row -> row.getLong(1),
                        "SELECT MAX(version) FROM " + table + " WHERE cursor_id = ? AND " + keyColumn + " = ?",
                        cursorId,
                        key)
                .get(0);
    }

    /** The next keys that have a content, ascending; empty after the last one. */
    List<K> keys(K after, int limit, long floor) throws SQLException {
        return storage.query(
                row -> row.getObject(1, keyType),
                "SELECT k." + keyColumn + " FROM " + table + " k WHERE k.cursor_id = ? AND k." + keyColumn
                        + " > ? AND k.version > ? AND k.content IS NOT NULL AND NOT EXISTS (SELECT 1 FROM " + table
                        + " n WHERE n.cursor_id = k.cursor_id AND n." + keyColumn + " = k." + keyColumn
                        + " AND n.version > k.version) ORDER BY k." + keyColumn + " LIMIT " + limit,
                cursorId,
                after,
                floor);
    }

    private String isOneOf(List<K> keys) {
        return keyColumn + " IN (" + String.join(", ", Collections.nCopies(keys.size(), "?")) + ")";
    }

    private Object[] values(List<K> keys, long version) {
        List<Object> values = new ArrayList<>();
        values.add(cursorId);
        values.addAll(keys);
        values.add(version);
        return values.toArray();
    }

    private static <T> List<List<T>> chunks(Collection<T> all, int size) {
        List<T> list = List.copyOf(all);
        List<List<T>> chunks = new ArrayList<>();
        for (int from = 0; from < list.size(); from += size) {
            chunks.add(list.subList(from, Math.min(list.size(), from + size)));
        }
        return chunks;
    }
}
