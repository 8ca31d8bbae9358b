package io.github.camelvtiger;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The cursors that consumers of this Camel context use now: two on one cursor would each see only some of the changes. */
final class ActiveCursors {

    private final Set<CursorPlace> taken = ConcurrentHashMap.newKeySet();

    /** @throws IllegalStateException naming the cursor and the fix, when another consumer has it */
    void take(CursorPlace cursor) {
        if (!taken.add(cursor)) {
            throw new IllegalStateException("The cursor '" + cursor.key()
                    + "' is in use by another consumer of this Camel context; set the option cursorKey on one of them,"
                    + " so that each follows the changes by itself.");
        }
    }

    void release(CursorPlace cursor) {
        taken.remove(cursor);
    }
}
