package io.github.camelvtiger.changes;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One cursor in a database, under one epoch. Entries are added first and the progress is written after them, in one
 * statement that asks for the epoch; what the new progress makes superfluous is deleted last. So whatever a process leaves
 * undone when it dies, or when the database does, the rows are a state that the next owner can go on from.
 */
final class JdbcCursor implements Cursor {

    private final CursorOwnership ownership;
    private final CursorRow row;
    private final EntryRows entries;
    private final JdbcKnownStorage known;
    private final JdbcFailure failure;

    /** Of a record, what it was delivered as last and that it waits are two things. */
    private record Slot(long record, boolean waits) {

        static Slot of(CursorEntry entry) {
            return new Slot(entry.id().number(), entry instanceof Parked);
        }
    }

    /** The rows that count. Null when they are not known: not read yet, or the last write failed. */
    private Map<Slot, EntryRows.Row> stored;

    /** Numbers of rows that a later one has made superfluous. */
    private final List<Long> superfluous = new ArrayList<>();

    JdbcCursor(CursorOwnership ownership) {
        this.ownership = ownership;
        this.row = ownership.row();
        this.entries = new EntryRows(row.storage(), row.id(), ownership.epoch());
        this.known = new JdbcKnownStorage(ownership);
        this.failure = new JdbcFailure(ownership.key());
    }

    @Override
    public Optional<CursorState> read() {
        try {
            ownership.require();
        } catch (SQLException e) {
            throw failure.during("read", e);
        }
        return look();
    }

    /** What is stored, whoever uses it. */
    Optional<CursorState> look() {
        try {
            Optional<String> progress = row.progress();
            load();
            return progress.map(this::state);
        } catch (SQLException e) {
            throw failure.during("read", e);
        }
    }

    private CursorState state(String progress) {
        try {
            return CursorText.read(
                    progress,
                    stored.values().stream()
                            .sorted(Comparator.comparingLong(EntryRows.Row::number))
                            .map(EntryRows.Row::entry)
                            .toList());
        } catch (CursorException e) {
            throw new CursorException(
                    "The cursor '" + ownership.key() + "' cannot be used. " + e.getMessage()
                            + " Restore its rows in vtiger_cursor and vtiger_cursor_entry (cursor_id " + row.id()
                            + ") from a copy, or delete them and set the option startFrom to where the feed is to begin again.");
        }
    }

    private void load() throws SQLException {
        stored = null;
        superfluous.clear();
        Map<Slot, EntryRows.Row> found = new HashMap<>();
        entries.all().forEach(each -> put(found, each));
        stored = found;
    }

    private void put(Map<Slot, EntryRows.Row> rows, EntryRows.Row added) {
        EntryRows.Row before = rows.put(Slot.of(added.entry()), added);
        if (before != null) {
            superfluous.add(before.number());
        }
    }

    @Override
    public void confirm() {
        try {
            ownership.require();
        } catch (SQLException e) {
            throw failure.during("read", e);
        }
    }

    /** That a record waits no longer is seen with the next save, which finds it in the state no more. */
    @Override
    public void note(Collection<? extends CursorEntry> noted, CursorState state) {
        try {
            add(
                    stored == null
                            ? missing(state)
                            : noted.stream()
                                    .filter(entry -> !(entry instanceof Unparked))
                                    .toList());
        } catch (SQLException e) {
            stored = null;
            throw failure.during("written", e);
        }
    }

    @Override
    public void save(CursorState state) {
        try {
            add(missing(state));
            if (!row.save(CursorText.withoutEntries(state), ownership.epoch())) {
                ownership.require();
            }
            forget(state);
        } catch (SQLException e) {
            stored = null;
            throw failure.during("written", e);
        }
    }

    @Override
    public void replace(CursorState state) {
        save(state);
    }

    @Override
    public void clear() {
        try {
            load();
            if (!row.save(null, ownership.epoch())) {
                ownership.require();
            }
            stored.values().forEach(each -> superfluous.add(each.number()));
            stored.clear();
            entries.delete(superfluous);
            superfluous.clear();
        } catch (SQLException e) {
            stored = null;
            throw failure.during("written", e);
        }
    }

    /** What the state remembers and the rows do not. A delivery ends a waiting, so what still waits comes after it. */
    private List<CursorEntry> missing(CursorState state) throws SQLException {
        if (stored == null) {
            load();
        }
        List<CursorEntry> missing = new ArrayList<>();
        state.lastDeliveries().stream().filter(this::isMissing).forEach(missing::add);
        Set<Long> delivered = missing.stream().map(entry -> entry.id().number()).collect(Collectors.toSet());
        state.parked().stream()
                .filter(parked ->
                        isMissing(parked) || delivered.contains(parked.id().number()))
                .forEach(missing::add);
        return missing;
    }

    private boolean isMissing(CursorEntry entry) {
        EntryRows.Row known = stored.get(Slot.of(entry));
        return known == null || !known.entry().equals(entry);
    }

    private void add(Collection<? extends CursorEntry> missing) throws SQLException {
        if (missing.isEmpty()) {
            return;
        }
        List<EntryRows.Row> added = new ArrayList<>();
        ownership.transaction(connection -> added.addAll(entries.add(connection, missing)));
        added.forEach(each -> put(stored, each));
    }

    private void forget(CursorState state) throws SQLException {
        stored.entrySet().removeIf(slot -> {
            long record = slot.getKey().record();
            EntryRows.Row each = slot.getValue();
            boolean forgotten = slot.getKey().waits() ? !state.isParked(record) : state.lastDelivery(record) == null;
            if (forgotten) {
                superfluous.add(each.number());
            }
            return forgotten;
        });
        entries.delete(superfluous);
        superfluous.clear();
    }

    @Override
    public KnownStorage known() {
        return known;
    }

    /** The epoch stays: the next to open takes a higher one. */
    @Override
    public void close() {
        stored = null;
        superfluous.clear();
    }
}
