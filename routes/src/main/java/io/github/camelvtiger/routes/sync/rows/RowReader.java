package io.github.camelvtiger.routes.sync.rows;

import java.io.Closeable;
import java.util.Iterator;
import java.util.List;

/**
 * Rows of a file, read while they are taken.
 *
 * <p>{@link #next()} throws a {@link BadFileException} if the rest of the file cannot be read; what it returned before
 * remains valid.
 */
public interface RowReader extends Iterator<Row>, Closeable {

    /** The names of the columns; empty for JSON, whose rows name their own. */
    List<String> columns();
}
