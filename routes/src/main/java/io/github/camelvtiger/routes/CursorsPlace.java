package io.github.camelvtiger.routes;

import io.github.camelvtiger.changes.CursorCatalog;
import io.github.camelvtiger.changes.CursorException;
import io.github.camelvtiger.changes.FileCursorStore;
import io.github.camelvtiger.changes.JdbcCursorStore;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where the command looks for cursors.
 *
 * @param name for people
 * @param afterChange what the user must know after a change; empty when nothing
 */
record CursorsPlace(CursorCatalog catalog, String name, String afterChange) {

    /** @throws CursorException when it is named by a person and is not there */
    static CursorsPlace namedDirectory(Path directory) {
        if (!Files.isDirectory(directory)) {
            throw new CursorException("There are no cursors in " + directory + ", which "
                    + (Files.exists(directory) ? "is not a directory" : "does not exist")
                    + "; name the directory of the cursors.");
        }
        return directory(directory);
    }

    static CursorsPlace directory(Path directory) {
        return new CursorsPlace(new FileCursorStore(directory), directory.toString(), "");
    }

    static CursorsPlace database(JdbcCursorStore store) {
        return new CursorsPlace(
                store,
                "the database of cursor.jdbc.url",
                " A consumer that was using the cursor stops and says that it was taken over; start it again.");
    }
}
