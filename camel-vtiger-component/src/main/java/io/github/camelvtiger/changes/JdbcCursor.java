package io.github.camelvtiger.changes;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One cursor in a database, under one epoch. Deliveries are added first and the progress is written after them, in one
 * statement that asks for the epoch; what the new progress makes superfluous is deleted last. So whatever a process leaves
 * undone when it dies, or when the database does, the rows are a state that the next owner can go on from.
 */
final class JdbcCursor implements Cursor {

    private final String key;
    private final CursorRow row;
    private final DeliveryRows deliveries;
    private final long epoch;
    private final JdbcFailure failure;

    /** The row that counts of each record. Null when it is not known: not read yet, or the last write failed. */
    private Map<Long, DeliveryRows.Row> stored;

    /** Numbers of rows that a later one has made superfluous. */
    private final List<Long> superfluous = new ArrayList<>();

    JdbcCursor(String key, CursorRow row, DeliveryRows deliveries, long epoch) {
        this.key = key;
        this.row = row;
        this.deliveries = deliveries;
        this.epoch = epoch;
        this.failure = new JdbcFailure(key);
    }

    @Override
    public Optional<CursorState> read() {
        try {
            requireOwn(row.owner());
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
                    stored.values().stream().map(DeliveryRows.Row::delivery).toList());
        } catch (CursorException e) {
            throw new CursorException("The cursor '" + key + "' cannot be used. " + e.getMessage()
                    + " Restore its rows in vtiger_cursor and vtiger_cursor_delivery (cursor_id " + row.id()
                    + ") from a copy, or delete them and set the option startFrom to where the feed shall begin anew.");
        }
    }

    private void load() throws SQLException {
        stored = null;
        superfluous.clear();
        Map<Long, DeliveryRows.Row> found = new HashMap<>();
        deliveries.all().forEach(each -> put(found, each));
        stored = found;
    }

    private void put(Map<Long, DeliveryRows.Row> rows, DeliveryRows.Row added) {
        DeliveryRows.Row before = rows.put(added.delivery().id().number(), added);
        if (before != null) {
            superfluous.add(before.number());
        }
    }

    @Override
    public void confirm() {
        try {
            requireOwn(row.owner());
        } catch (SQLException e) {
            throw failure.during("read", e);
        }
    }

    @Override
    public void note(Collection<Delivery> completed, CursorState state) {
        try {
            add(stored == null ? missing(state) : completed);
        } catch (SQLException e) {
            stored = null;
            throw failure.during("written", e);
        }
    }

    @Override
    public void save(CursorState state) {
        try {
            add(missing(state));
            if (!row.save(CursorText.withoutDeliveries(state), epoch)) {
                requireOwn(row.owner());
            }
            forget(state);
        } catch (SQLException e) {
            stored = null;
            throw failure.during("written", e);
        }
    }

    /** What the state remembers and the rows do not. */
    private List<Delivery> missing(CursorState state) throws SQLException {
        if (stored == null) {
            load();
        }
        return state.lastDeliveries().stream()
                .filter(delivery -> {
                    DeliveryRows.Row known = stored.get(delivery.id().number());
                    return known == null || !known.delivery().equals(delivery);
                })
                .toList();
    }

    private void add(Collection<Delivery> missing) throws SQLException {
        if (missing.isEmpty()) {
            return;
        }
        List<DeliveryRows.Row> added = new ArrayList<>();
        row.storage().transaction(connection -> {
            added.addAll(deliveries.add(connection, missing));
            requireOwn(row.owner(connection));
        });
        added.forEach(each -> put(stored, each));
    }

    private void forget(CursorState state) throws SQLException {
        stored.values().removeIf(each -> {
            boolean forgotten = state.lastDelivery(each.delivery().id().number()) == null;
            if (forgotten) {
                superfluous.add(each.number());
            }
            return forgotten;
        });
        deliveries.delete(superfluous);
        superfluous.clear();
    }

    private void requireOwn(Optional<CursorRow.Owner> now) {
        CursorRow.Owner owner = now.orElseThrow(() -> new CursorTakenException("The cursor '" + key
                + "' was deleted from the table vtiger_cursor while it was in use; start this consumer again."));
        if (owner.epoch() != epoch) {
            throw new CursorTakenException("The cursor '" + key + "' was taken over by " + owner.name() + " at "
                    + owner.since() + " (epoch " + owner.epoch() + ", this one's is " + epoch
                    + "), so nothing more is written here. Where both should run, give this consumer a cursor of its own"
                    + " with the option cursorKey; where one should stand in for the other, see the component master.");
        }
    }

    /** The epoch stays: the next to open takes a higher one. */
    @Override
    public void close() {
        stored = null;
        superfluous.clear();
    }
}
