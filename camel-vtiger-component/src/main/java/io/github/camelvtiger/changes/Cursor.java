package io.github.camelvtiger.changes;

import java.util.Collection;
import java.util.Optional;

/** The stored state of one feed, open for its one owner. Every method throws {@link CursorException} when the storage fails. */
public interface Cursor extends AutoCloseable {

    /** What was saved last, with the deliveries noted since; empty when there never was any. Called once, first. */
    Optional<CursorState> read();

    /**
     * Asks whether it still is this owner's, before a poll hands anything out. Where it cannot be taken away there is
     * nothing to ask.
     *
     * @throws CursorTakenException when another owner has it
     */
    default void confirm() {}

    /**
     * Notes deliveries that were completed, also beyond the position. They must outlive this process; the machine's
     * crash they need to survive only after the next {@link #save}.
     *
     * @param state all of the state, the deliveries included
     */
    void note(Collection<Delivery> deliveries, CursorState state);

    /** Keeps the state so that it survives a crash of the machine. */
    void save(CursorState state);

    /**
     * What is known of the records, kept beside the state; the same object at each call, closed with the cursor.
     *
     * @throws FeedRefusedException when this cursor keeps none, so that neither deletions nor silent changes can be told
     */
    default KnownStorage known() {
        throw new FeedRefusedException(
                "The cursorRepository " + getClass().getName()
                        + " keeps no known records; leave deleted out of events, sweepPeriod and changedFields unset, or use another.");
    }

    /** Lets others open it. Safe to call more than once. */
    @Override
    void close();
}
