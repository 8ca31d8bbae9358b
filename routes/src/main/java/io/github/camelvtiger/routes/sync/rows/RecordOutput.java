package io.github.camelvtiger.routes.sync.rows;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;

/** Records as a file of one kind. */
interface RecordOutput {

    /** @param out of a file that is empty; it remains open */
    static RecordOutput into(OutputStream out, FileLayout layout) throws IOException {
        return switch (layout.kind()) {
            case CSV -> new TableRecords(new CsvOutput(out, layout), layout.titles());
            case XLSX -> new TableRecords(new XlsxOutput(out, layout), layout.titles());
            case JSON, JSONL -> new JsonOutput(out, layout);
        };
    }

    /**
     * Writes a record whole or not at all.
     *
     * @throws UnwritableRowException if the file cannot hold it
     */
    void write(Map<String, ?> record) throws IOException;

    /** Writes what belongs behind the last record. */
    void end() throws IOException;
}
