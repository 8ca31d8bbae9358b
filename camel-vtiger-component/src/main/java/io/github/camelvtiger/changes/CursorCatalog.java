package io.github.camelvtiger.changes;

import java.util.List;
import java.util.Optional;

/** The cursors of a store by names for people. */
public interface CursorCatalog {

    /** In their alphabetical order. */
    List<String> names();

    /** The name of the cursor that was opened with a key; empty when nothing is stored for it. */
    Optional<String> nameOf(String key);

    /** What is stored under one of the names, whether or not it is in use; empty when nothing is. */
    Optional<CursorState> look(String name);

    /**
     * Takes a cursor by one of the names.
     *
     * @throws CursorException when there is none; naming the owner, when it is in use and cannot be taken away
     */
    Cursor openByName(String name);
}
