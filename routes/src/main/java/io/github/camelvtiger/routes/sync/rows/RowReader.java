package io.github.camelvtiger.routes.sync.rows;

import java.io.Closeable;
import java.util.Iterator;
import java.util.List;

/**
 * Rows of a file, read while they are taken.
 *
 * <p>{@link #next()} throws a {@link BadFileException} if the rest of the file cannot be read; what it returned before
 * remains valid, and {@link #hasNext()} is false after it. {@code hasNext} itself does not throw: the row before the fault
 * would be lost to whoever looks one ahead.
 */
public interface RowReader extends Iterator<Row>, Closeable {

    /** The names of the columns; empty for JSON, whose rows name their own. */
    List<String> columns();

    /** How many rows without any content were left out so far. */
    default long emptyRows() {
        return 0;
    }

    @Override
    void close();
}
