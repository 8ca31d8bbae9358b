package io.github.camelvtiger.changes;

import java.util.Collection;
import java.util.Optional;

/** The stored state of one feed, open for its one owner. Every method throws {@link CursorException} when the storage fails. */
public interface Cursor extends AutoCloseable {

    /** What was saved last, with all that was noted since; empty when there never was any. Called once, first. */
    Optional<CursorState> read();

    /**
     * Asks whether it still is this owner's, before a poll hands anything out. Where it cannot be taken away there is
     * nothing to ask.
     *
     * @throws CursorTakenException when another owner has it
     */
    default void confirm() {}

    /**
     * Notes what became of single records, also beyond the position. It must outlive this process; the machine's crash
     * it needs to survive only after the next {@link #save}. After a failure that next save keeps these entries too.
     *
     * @param state all of the state, the entries included
     */
    void note(Collection<? extends CursorEntry> entries, CursorState state);

    /** Keeps the state so that it survives a crash of the machine. */
    void save(CursorState state);

    /** Puts another state in the place of all that is stored and noted. */
    void replace(CursorState state);

    /** Forgets all that is stored and noted, so that the next one to read finds nothing. */
    void clear();

    /**
     * What is known of the records, kept beside the state; the same object at each call, closed with the cursor.
     *
     * @throws FeedRefusedException when this cursor keeps none, so that neither deletions nor silent changes can be delivered
     */
    default KnownStorage known() {
        throw new FeedRefusedException(
                "The cursorRepository " + getClass().getName()
                        + " does not keep known records; remove deleted from events, sweepPeriod and changedFields, or use another.");
    }

    /** Lets others open it. Safe to call more than once. */
    @Override
    void close();
}
