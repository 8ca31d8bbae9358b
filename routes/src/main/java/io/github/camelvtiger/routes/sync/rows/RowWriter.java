package io.github.camelvtiger.routes.sync.rows;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/**
 * Records into one new file, streamed. The file gets its name by {@link #finish()}, complete, in place of an older one; a
 * writer that is closed before leaves nothing.
 *
 * <p>Values are kept as they are given: numbers, booleans and times are such in JSON and XLSX, and texts are texts, also if
 * they look like numbers. In a cell, lists are joined, and maps and lists of maps (the line items of an order) are JSON.
 */
public final class RowWriter implements Closeable {

    private final TemporaryFile file;
    private final RecordOutput output;
    private long records;

    /** @param file its directory is created if it is not there */
    public RowWriter(Path file, FileLayout layout) throws IOException {
        this.file = new TemporaryFile(file, false);
        try {
            this.output = RecordOutput.into(this.file.out(), layout);
        } catch (IOException | RuntimeException e) {
            this.file.close();
            throw e;
        }
    }

    /**
     * Writes a record.
     *
     * @param record names of fields to values; without titles in the layout, the first record decides which fields a table has
     * @throws UnwritableRowException if the file cannot hold this record; others can still be written
     * @throws IOException if the file cannot be written
     */
    public void write(Map<String, ?> record) throws IOException {
        output.write(record);
        records++;
    }

    /** How many records were written. */
    public long records() {
        return records;
    }

    public void finish() throws IOException {
        output.end();
        file.commit();
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
