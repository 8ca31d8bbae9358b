package io.github.camelvtiger.client;

import java.io.Closeable;
import java.util.Iterator;
import java.util.Map;

/** Records that are read while they are consumed; single pass. {@code next} throws a {@link VtigerException}. */
public interface RecordStream extends Iterator<Map<String, Object>>, Closeable {

    /** Ends the reading; safe to call more than once. */
    @Override
    void close();
}
