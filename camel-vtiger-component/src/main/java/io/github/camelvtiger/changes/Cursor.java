package io.github.camelvtiger.changes;

import java.util.Collection;
import java.util.Optional;

/** The stored state of one feed, open for its one owner. Every method throws {@link CursorException} when the storage fails. */
public interface Cursor extends AutoCloseable {

    /** What was saved last, with all that was noted since; empty when there never was any. Called once, first. */
    Optional<CursorState> read();

    /**
     * Notes what became of single records, also beyond the position. It must outlive this process; the machine's crash
     * it needs to survive only after the next {@link #save}.
     *
     * @param state all of the state, the entries included
     */
    void note(Collection<? extends CursorEntry> entries, CursorState state);

    /** Keeps the state so that it survives a crash of the machine. */
    void save(CursorState state);

    /** Lets others open it. Safe to call more than once. */
    @Override
    void close();
}
