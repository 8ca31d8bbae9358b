package io.github.camelvtiger.changes;

import java.time.InstantSource;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The state of a feed and what it knows of the records, which all its stages share, and the cursor that keeps both. What
 * is known is written before the state: a crash in between repeats, and loses nothing. For one thread.
 */
final class FeedMemory implements AutoCloseable {

    private final Cursor cursor;
    private final KnownRecordIndex known;
    private final CrmClock clock;
    private final InstantSource local;
    private CursorState state;

    /** The records that may bear a creation after the poll's beginning and were delivered all the same. */
    private final Set<Long> notNew = new HashSet<>();

    /** The records of which the route got a state, and has not been done with one since. */
    private final Set<Long> unfinished = new HashSet<>();

    /** @param local this machine's clock; what both show is kept with each state */
    FeedMemory(Cursor cursor, KnownRecordIndex known, CrmClock clock, InstantSource local) {
        this.cursor = cursor;
        this.known = known;
        this.clock = clock;
        this.local = local;
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

    KnownRecordIndex known() {
        return known;
    }

    /** A poll begins. */
    void begin() {
        notNew.clear();
        state.lastDeliveries().forEach(delivery -> notNew.add(delivery.id().number()));
    }

    /**
     * Before the route gets these, their records are known on disk: one whose delivery a crash cuts short, and that is
     * deleted before the next start, is to be delivered as deleted.
     */
    void handOut(Collection<Change> changes) {
        changes.forEach(change -> unfinished.add(change.delivery().id().number()));
        if (known.level() == KnownLevel.NOTHING) {
            return;
        }
        List<Long> unknown = changes.stream()
                .filter(change -> change.kind() != ChangeKind.DELETED)
                .map(change -> change.delivery().id().number())
                .filter(number -> !known.ids().contains(number))
                .toList();
        if (!unknown.isEmpty()) {
            unknown.forEach(known::learnId);
            known.write(state);
        }
    }

    /**
     * The route is done with these, or does not want them: they are noted at once, wherever the cursor is. Of what the
     * passes have left behind, as a sweep and a retry deliver it, the cursor remembers no delivery; so what is known of it
     * is written first.
     */
    void remember(Collection<Change> changes) {
        changes.forEach(change -> unfinished.remove(change.delivery().id().number()));
        List<Delivery> deliveries = changes.stream().map(Change::delivery).toList();
        learn(changes);
        // Before anything can fail: whatever becomes of the storage, this process does not repeat them.
        deliveries.forEach(state::apply);
        if (!deliveries.stream().allMatch(state::isOpen)) {
            known.write(state);
        }
        note(deliveries);
    }

    /** Whether the route got a state of the record, and has not been done with one since: its target may have a part of that. */
    boolean isUnfinished(long number) {
        return unfinished.contains(number);
    }

    private void learn(Collection<Change> changes) {
        for (Change change : changes) {
            long number = change.delivery().id().number();
            switch (change.kind()) {
                case CREATED -> {
                    notNew.add(number);
                    known.learn(change.state());
                }
                case UPDATED -> known.learn(change.state());
                case DELETED -> known.forget(number);
            }
        }
    }

    /** Notes what became of single records. */
    void note(Collection<? extends CursorEntry> entries) {
        if (!entries.isEmpty()) {
            entries.forEach(state::apply);
            cursor.note(entries, state);
        }
    }

    /** What is remembered of a state once the route is done with it. */
    Delivery deliveryOf(RecordState row) {
        return row.hasTime() ? row.delivery(null) : row.delivery(clock.now());
    }

    /** Whether this state of the record was handed out last. */
    boolean isHandedOut(RecordState row) {
        Delivery last = state.lastDelivery(row.id().number());
        boolean handedOut = row.wasHandedOutBy(last);
        if (handedOut && !row.hasTime()) {
            // As long as it is met it is remembered.
            state.apply(deliveryOf(row));
        }
        return handedOut;
    }

    /** Whether this poll may find the record created after its beginning although it was delivered before. */
    boolean isKnownAsCreated(long number) {
        return notNew.contains(number);
    }

    void save() {
        state.clocks(new ClockReading(clock.now(), local.instant()));
        known.write(state);
        cursor.save(state);
    }

    @Override
    public void close() {
        cursor.close();
    }
}
