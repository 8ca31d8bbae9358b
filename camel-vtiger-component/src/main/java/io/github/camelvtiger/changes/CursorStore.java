package io.github.camelvtiger.changes;

/** Where cursors are kept between two runs. */
public interface CursorStore {

    /**
     * Takes a cursor for this process alone, until it is closed. A store that many machines share marks the taking with
     * a higher epoch than the one before, so that a late earlier owner cannot write any more.
     *
     * @param key the cursor's name
     * @throws CursorException naming the cursor and the fix, when another owner has it or the storage fails
     */
    Cursor open(String key);
}
