package io.github.camelvtiger.routes.sync.export;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Where the records of one module go, one by one. */
interface RecordTarget extends Closeable {

    /**
     * A record as it is now.
     *
     * @param event {@code created}, {@code updated}, {@code deleted}; {@code exported} by a full export
     * @param record as the CRM has it
     * @param row what the mapping makes of it
     */
    record Outgoing(String event, String id, Map<String, Object> record, Map<String, Object> row) {}

    /**
     * Writes a record, in place of what was written of it before if the target has a place for each.
     *
     * @throws io.github.camelvtiger.routes.sync.rows.UnwritableRowException if the target cannot hold this record; others it may
     * @throws IOException if nothing can be written now
     */
    void write(Outgoing record, RecordShape shape) throws IOException;

    /** Whether a deleted record is {@linkplain #remove removed}; otherwise it is written as a row that says so. */
    boolean removes();

    /** A record was deleted. */
    void remove(String id) throws IOException;

    /** The file into which all records of a run go together; empty if each is written by itself. */
    Optional<Path> whole(String run);

    /**
     * The file of a record, beside which its others are copied.
     *
     * @param values what its name may have in it, such as {@code id}
     */
    Path path(Map<String, String> values);
}
