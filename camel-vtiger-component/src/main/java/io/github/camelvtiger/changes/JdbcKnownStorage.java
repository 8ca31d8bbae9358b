package io.github.camelvtiger.changes;

import java.sql.SQLException;
import java.util.Base64;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;

/**
 * Known records beside a cursor in a database, under the owner's epoch. What is written is added under a new version, in
 * one transaction that asks for the epoch; what that makes superfluous is deleted afterwards.
 */
final class JdbcKnownStorage implements KnownStorage {

    private static final int NUMBERS_AT_ONCE = 10_000;

    /** The name of a property whose version is that of the last {@link #clear}: rows up to it count no more. */
    private static final String CLEARED = "cleared";

    private final CursorOwnership ownership;
    private final VersionedRows<Long> records;
    private final VersionedRows<String> properties;
    private final JdbcFailure failure;
    private long lastVersion;
    /** Null when it is not known: not read yet, or clearing failed. */
    private Long floor;

    JdbcKnownStorage(CursorOwnership ownership) {
        JdbcStorage storage = ownership.row().storage();
        String cursorId = ownership.row().id();
        this.ownership = ownership;
        this.records = VersionedRows.records(storage, cursorId);
        this.properties = VersionedRows.properties(storage, cursorId);
        this.failure = new JdbcFailure(ownership.key());
        this.lastVersion = CursorOwnership.numbersOf(ownership.epoch());
    }

    private interface Reading<T> {
        T read(long floor) throws SQLException;
    }

    private <T> T reading(Reading<T> reading) {
        try {
            if (floor == null) {
                floor = properties.lastVersion(CLEARED);
            }
            return reading.read(floor);
        } catch (SQLException e) {
            throw failure.during("read with what it knows of the records", e);
        }
    }

    @Override
    public void numbers(LongConsumer consumer) {
        reading(above -> {
            long last = Long.MIN_VALUE;
            List<Long> page = records.keys(last, NUMBERS_AT_ONCE, above);
            while (!page.isEmpty()) {
                page.forEach(consumer::accept);
                last = page.get(page.size() - 1);
                page = records.keys(last, NUMBERS_AT_ONCE, above);
            }
            return null;
        });
    }

    @Override
    public Map<Long, byte[]> read(Collection<Long> numbers) {
        Map<Long, byte[]> found = new HashMap<>();
        reading(above -> records.read(numbers, above))
                .forEach((number, text) -> found.put(number, bytes(number, text)));
        return found;
    }

    private byte[] bytes(long number, String text) {
        try {
            return Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            throw new KnownLostException(
                    "The row of the record " + number + " in the table " + VersionedRows.RECORD_TABLE + " (cursor_id "
                            + ownership.row().id() + ") is not as written.",
                    e);
        }
    }

    @Override
    public Map<String, String> properties() {
        return reading(properties::readAll);
    }

    @Override
    public void write(KnownUpdate update) {
        Map<Long, String> texts = new HashMap<>();
        update.records()
                .forEach((number, bytes) -> texts.put(
                        number, bytes == null ? null : Base64.getEncoder().encodeToString(bytes)));
        // Used up even when the transaction ends badly: it may have been kept without our knowing.
        long version = ++lastVersion;
        try {
            ownership.transaction(connection -> {
                records.add(connection, texts, version);
                properties.add(connection, update.properties(), version);
            });
            records.tidy(texts, version);
            properties.tidy(update.properties(), version);
        } catch (SQLException e) {
            throw failure.during("written with what it knows of the records", e);
        }
    }

    @Override
    public void clear() {
        floor = null;
        long version = ++lastVersion;
        try {
            ownership.transaction(connection -> properties.add(connection, Map.of(CLEARED, CLEARED), version));
            records.deleteAll(version);
            properties.deleteAll(version);
        } catch (SQLException e) {
            throw failure.during("written with what it knows of the records", e);
        }
    }
}
