package io.github.camelvtiger.routes.sync.run;

import io.github.camelvtiger.client.BatchResult;
import io.github.camelvtiger.client.WriteInterceptor;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/** One way through the rows of a source. */
interface Pass {

    /** Behind which row it begins. */
    long after();

    /** Sees the writes of a portion. */
    WriteInterceptor interceptor(Chunk chunk);

    /** Creates the records that rows refer to and that are not there. */
    NewRecords newRecords();

    /**
     * A portion is done.
     *
     * @param interceptor the one of the portion
     * @param result of the rows that were to be written, in their order
     */
    void done(Chunk chunk, WriteInterceptor interceptor, BatchResult result) throws IOException;

    /** What journals writes that follow from those of rows; empty if nothing is written. */
    default Optional<WritePass> writing() {
        return Optional.empty();
    }

    /** Sees a record of the target as it is before the pass writes to it, where the pass looks. */
    default void seen(String id, Map<String, Object> record) {}

    /** All rows were read. */
    void finish() throws IOException;
}
