package io.github.camelvtiger.changes;

import io.github.camelvtiger.client.RecordId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What a person does to a cursor while no feed uses it. For one thread. */
public final class CursorAdministration implements AutoCloseable {

    private static final Duration SECOND = Duration.ofSeconds(1);

    private final Cursor cursor;
    private final InstantSource local;
    private final Optional<CursorState> state;

    /**
     * @param cursor open; closed with this
     * @param local this machine's clock
     */
    public CursorAdministration(Cursor cursor, InstantSource local) {
        this.cursor = cursor;
        this.local = local;
        this.state = cursor.read();
    }

    /** How far the feed got, in lines for people. */
    public String show() {
        return state.map(CursorAdministration::describe)
                .orElse("Nothing is stored; the next start begins as the option startFrom says.");
    }

    /** The same of a state that may be in use. */
    public static String describe(CursorState state) {
        return "read up to:   "
                + state.positions().stream().map(CursorAdministration::describe).collect(Collectors.joining(", "))
                + state.backfilledUpTo().stream()
                        .mapToObj(number -> "\nbackfill:     done up to the record with the number " + number)
                        .collect(Collectors.joining())
                + state.clocks()
                        .map(clocks -> "\nlast written: " + clocks.server() + " by the clock of the CRM")
                        .orElse("")
                + "\nremembered:   " + state.lastDeliveries().size() + " deliveries"
                + "\nparked:       " + state.parked().size() + " records";
    }

    private static String describe(Position position) {
        return position.isEndOfSecond()
                ? position.modifiedTime().toString()
                : position.modifiedTime() + " (record " + position.number() + ")";
    }

    /** The records that wait, a line for each. */
    public List<String> parked() {
        return state.map(CursorAdministration::parked).orElse(List.of());
    }

    /** The same of a state that may be in use. */
    public static List<String> parked(CursorState state) {
        return state.parked().stream()
                .map(parked -> parked.id() + " " + parked.kind().name().toLowerCase(Locale.ROOT)
                        + ", failed " + parked.attempts() + " times since " + parked.since() + ", tried again at "
                        + parked.due())
                .toList();
    }

    /**
     * Lets the feed begin again at an instant, inclusive: what was changed since is delivered, again too. Records that
     * wait go on waiting.
     *
     * @throws CursorException when the instant lies in the future
     */
    public void set(Instant instant) {
        if (instant.isAfter(local.instant())) {
            throw new CursorException("The instant " + instant + " is in the future, where a cursor would find no"
                    + " change; give one that has passed.");
        }
        CursorState moved = CursorState.after(instant.minus(SECOND));
        state.ifPresent(before -> {
            before.parked().forEach(moved::apply);
            before.clocks().ifPresent(moved::clocks);
        });
        cursor.replace(moved);
    }

    /** Forgets all: the next start begins by the option startFrom. */
    public void reset() {
        cursor.clear();
    }

    /**
     * Copies all, with what is known of the records, into another cursor, whose contents it replaces. This one stays as it is, so
     * a copy that was interrupted can be made again.
     *
     * @param other open; it is not closed with this
     * @return false if nothing is stored here; the other one is then left alone
     */
    public boolean copyTo(Cursor other) {
        if (state.isEmpty()) {
            return false;
        }
        other.read();
        // Until the last step there is nothing that a feed could begin with.
        other.clear();
        new KnownCopy(cursor.known(), other.known()).make();
        other.replace(state.get());
        return true;
    }

    /** Forgets all, also what is known of the records. */
    public void discard() {
        cursor.clear();
        cursor.known().clear();
    }

    /**
     * Lets records be tried again by the next poll.
     *
     * @param id one of them; empty for all
     * @return how many
     * @throws CursorException when that record does not wait
     */
    public int release(Optional<RecordId> id) {
        Instant now = local.instant();
        return change(waiting(id), parked -> parked.dueAt(now));
    }

    /**
     * Gives records up, as if the route had been done with what it failed for. Later changes of them are delivered.
     *
     * @param id one of them; empty for all
     * @return how many
     * @throws CursorException when that record does not wait
     */
    public int drop(Optional<RecordId> id) {
        return change(waiting(id), Parked::delivery);
    }

    private List<Parked> waiting(Optional<RecordId> id) {
        Collection<Parked> all = state.map(CursorState::parked).orElse(List.of());
        List<Parked> chosen = all.stream()
                .filter(parked -> id.isEmpty() || id.get().equals(parked.id()))
                .toList();
        if (id.isPresent() && chosen.isEmpty()) {
            throw new CursorException("The record " + id.get() + " is not parked; parked are "
                    + (all.isEmpty()
                            ? "none"
                            : all.stream().map(parked -> parked.id().toString()).collect(Collectors.joining(", ")))
                    + ".");
        }
        return chosen;
    }

    private int change(List<Parked> chosen, Function<Parked, CursorEntry> becomes) {
        state.filter(ignored -> !chosen.isEmpty()).ifPresent(found -> {
            chosen.stream().map(becomes).forEach(found::apply);
            cursor.replace(found);
        });
        return chosen.size();
    }

    @Override
    public void close() {
        cursor.close();
    }
}
