package io.github.camelvtiger.changes;

import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * How far a feed got: the position of each pass, the progress of a backfill, the last delivery of each record that a pass
 * may still meet, and the records that wait to be tried again. It belongs to one feed and is not safe for several threads.
 */
public final class CursorState {

    /** The passes, the one that trails least first. */
    static final int PASSES = 3;

    private static final long NO_BACKFILL = -1;

    private final Position[] positions;
    private final Map<Long, Delivery> lastDeliveries = new LinkedHashMap<>();
    private final Map<Long, Parked> parked = new LinkedHashMap<>();
    private final Position origin;
    private long backfilledUpTo;
    private ClockReading clocks;

    private CursorState(List<Position> positions, long backfilledUpTo, Position origin) {
        this.positions = positions.toArray(Position[]::new);
        this.backfilledUpTo = backfilledUpTo;
        this.origin = origin;
    }

    /** All changes after a second. */
    static CursorState after(Instant second) {
        Position begin = Position.endOf(second);
        return new CursorState(Collections.nCopies(PASSES, begin), NO_BACKFILL, begin);
    }

    /** All records, and then the changes after a second, which must lie before the backfill begins. */
    static CursorState backfillThenAfter(Instant second) {
        return new CursorState(Collections.nCopies(PASSES, Position.endOf(second)), 0, Position.FIRST);
    }

    static CursorState of(List<Position> positions, OptionalLong backfilledUpTo, Position origin) {
        return new CursorState(positions, backfilledUpTo.orElse(NO_BACKFILL), origin);
    }

    /** @throws CursorException when the text is not what {@link #toText()} writes */
    public static CursorState parse(String text) {
        return CursorText.read(text);
    }

    /** The whole state as text, with its version and a checksum for each line. */
    public String toText() {
        return CursorText.whole(this);
    }

    /** The positions of the passes, the one that trails least first. */
    public List<Position> positions() {
        return List.of(positions);
    }

    Position position(int pass) {
        return positions[pass];
    }

    /** Where the pass is that trails most. */
    Position oldest() {
        return positions[PASSES - 1];
    }

    /** The highest number that a backfill is done with; empty when none is running. */
    public OptionalLong backfilledUpTo() {
        return isBackfilling() ? OptionalLong.of(backfilledUpTo) : OptionalLong.empty();
    }

    boolean isBackfilling() {
        return backfilledUpTo != NO_BACKFILL;
    }

    void backfilledUpTo(long number) {
        backfilledUpTo = number;
    }

    void endBackfill() {
        backfilledUpTo = NO_BACKFILL;
    }

    /** Each pass that was at {@code from} or after it has now seen all up to {@code to}, as far as its window goes. */
    void readAll(Position from, Position to, PassWindows windows) {
        for (int pass = 0; pass < PASSES; pass++) {
            if (!from.isAfter(positions[pass])) {
                Position allowed = Position.earlier(to, Position.endOf(windows.end(pass)));
                positions[pass] = Position.later(positions[pass], allowed);
            }
        }
    }

    /** What the clocks showed when this state was saved; empty when it never was. */
    Optional<ClockReading> clocks() {
        return Optional.ofNullable(clocks);
    }

    void clocks(ClockReading reading) {
        clocks = reading;
    }

    /** Where the feed began, before which nothing is wanted; {@link Position#FIRST} when all records are. */
    Position origin() {
        return origin;
    }

    /** No pass is after this position any more, but none before the feed's beginning. */
    void rewindTo(Position position) {
        Position wanted = Position.later(position, origin);
        for (int pass = 0; pass < PASSES; pass++) {
            positions[pass] = Position.earlier(positions[pass], wanted);
        }
    }

    /** A delivery ends the waiting of its record: while a record waits, only the retry delivers it. */
    void apply(CursorEntry entry) {
        long number = entry.id().number();
        if (entry instanceof Parked waiting) {
            parked.put(number, waiting);
            return;
        }
        parked.remove(number);
        if (entry instanceof Delivery delivery) {
            lastDeliveries.put(number, delivery);
        }
    }

    /** The records that wait, the one that has waited longest first. */
    public Collection<Parked> parked() {
        return Collections.unmodifiableCollection(parked.values());
    }

    boolean isParked(long number) {
        return parked.containsKey(number);
    }

    /** What the record with this number was last delivered as; null when that is not remembered. */
    Delivery lastDelivery(long number) {
        return lastDeliveries.get(number);
    }

    public Collection<Delivery> lastDeliveries() {
        return Collections.unmodifiableCollection(lastDeliveries.values());
    }

    /** The deliveries of what the passes or the backfill have still before them. */
    List<Delivery> openDeliveries() {
        return lastDeliveries.values().stream().filter(this::isOpen).toList();
    }

    /** Whether a pass or the backfill has still before it what was delivered. */
    boolean isOpen(Delivery delivery) {
        return isOpen(delivery, oldest());
    }

    /** Whether a pass has still before it what was delivered. */
    boolean isOfThePasses(Delivery delivery) {
        return delivery.position().isAfter(oldest());
    }

    private boolean isOpen(Delivery delivery, Position oldest) {
        return delivery.position().isAfter(oldest)
                || isBackfilling() && delivery.id().number() > backfilledUpTo;
    }

    /** Forgets the deliveries that nothing will be compared with any more, after a restart either. */
    void forgetPassed() {
        Position horizon = clocks == null
                ? oldest()
                : Position.earlier(
                        oldest(), Position.endOf(clocks.earliestEver().minusSeconds(1)));
        lastDeliveries.values().removeIf(delivery -> !isOpen(delivery, horizon));
    }
}
