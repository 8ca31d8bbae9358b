package io.github.camelvtiger.changes;

import java.util.Collection;
import java.util.Optional;
import java.util.function.Supplier;

/** The state of a feed, which all its stages share, and the cursor that keeps it. For one thread. */
final class FeedMemory implements AutoCloseable {

    private final Cursor cursor;
    private final Supplier<ClockReading> clocks;
    private CursorState state;

    /** @param clocks what they show now; kept with each state */
    FeedMemory(Cursor cursor, Supplier<ClockReading> clocks) {
        this.cursor = cursor;
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

    /** The route is done with these, or does not want them: they are noted at once, wherever the cursor stands. */
    void remember(Collection<Change> changes) {
        if (!changes.isEmpty()) {
            changes.forEach(change -> state.delivered(change.delivery()));
            cursor.note(changes.stream().map(Change::delivery).toList(), state);
        }
    }

    void save() {
        state.clocks(clocks.get());
        cursor.save(state);
    }

    @Override
    public void close() {
        cursor.close();
    }
}
