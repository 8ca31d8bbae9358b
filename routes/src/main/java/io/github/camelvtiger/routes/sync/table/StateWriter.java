package io.github.camelvtiger.routes.sync.table;

import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** Writes states of records into the tables of their module. What comes again changes nothing. */
interface StateWriter {

    /**
     * @param states in their order; a record may be there more than once
     * @param now when they were seen
     */
    void write(Handle handle, List<RecordState> states, Instant now);
}
