package io.github.camelvtiger.routes.sync.run;

import io.github.camelvtiger.routes.sync.rows.Row;
import io.github.camelvtiger.routes.sync.rows.RowReader;
import java.io.IOException;
import java.util.List;

/** What a run reads. */
interface RunSource {

    /** As people call it. */
    String name();

    /** What makes it the same when it is read again, in at most 64 characters. */
    String identity();

    /** Whether it is read once as long as it is the same. */
    default boolean isOnce() {
        return true;
    }

    /** The run that reads it has ended; null if it has not begun. */
    default void over(RunReport.Outcome outcome) throws IOException {}

    /** Its rows from the first one on. */
    RowReader open() throws IOException;

    /**
     * The columns of the table from which a row comes.
     *
     * @param reader from which it was read
     */
    List<String> columns(RowReader reader, Row row);
}
