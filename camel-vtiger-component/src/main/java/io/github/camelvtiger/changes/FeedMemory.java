package io.github.camelvtiger.changes;

import java.util.Collection;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The state of a feed and what it knows of the records, which all its stages share, and the cursor that keeps both. What
 * is known is written before the state: a crash in between repeats, and loses nothing. For one thread.
 */
final class FeedMemory implements AutoCloseable {

    private final Cursor cursor;
    private final KnownRecords known;
    private final Supplier<ClockReading> clocks;
    private CursorState state;

    /** @param clocks what they show now; kept with each state */
    FeedMemory(Cursor cursor, KnownRecords known, Supplier<ClockReading> clocks) {
        this.cursor = cursor;
        this.known = known;
        this.clocks = clocks;
    }

    /** What is stored; empty when nothing is. Called once, first. */
    Optional<CursorState> read() {
        return cursor.read();
    }

    /** @throws CursorTakenException when another owner has the cursor */
    void confirm() {
        cursor.confirm();
    }

    CursorState state() {
        return state;
    }

    void state(CursorState current) {
        state = current;
    }

    KnownRecords known() {
        return known;
    }

    /** The route is done with these, or does not want them: they are noted at once, wherever the cursor stands. */
    void remember(Collection<Change> changes) {
        if (!changes.isEmpty()) {
            changes.forEach(this::take);
            cursor.note(changes.stream().map(Change::delivery).toList(), state);
        }
    }

    /** The same for records that the passes have left behind: of those the cursor remembers no delivery. */
    void rememberSwept(Collection<Change> changes) {
        if (!changes.isEmpty()) {
            changes.forEach(this::take);
            known.write(state);
            cursor.note(changes.stream().map(Change::delivery).toList(), state);
        }
    }

    private void take(Change change) {
        state.delivered(change.delivery());
        if (change.kind() == ChangeKind.DELETED) {
            known.forget(change.delivery().id().number());
        } else {
            known.learn(change.state());
        }
    }

    void save() {
        state.clocks(clocks.get());
        known.write(state);
        cursor.save(state);
    }

    @Override
    public void close() {
        cursor.close();
    }
}
