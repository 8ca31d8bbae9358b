package io.github.camelvtiger.routes.sync.rows;

import java.io.IOException;
import java.util.List;
import java.util.Map;

/** Records as the rows of a table below its titles. */
final class TableRecords implements RecordOutput {

    private final TableOutput table;
    private final TableColumns columns;
    private boolean begun;

    /** @param titles names of fields to titles; empty: the fields of the first record */
    TableRecords(TableOutput table, Map<String, String> titles) {
        this.table = table;
        this.columns = new TableColumns(titles);
    }

    @Override
    public void write(Map<String, ?> record) throws IOException {
        List<Object> cells = columns.cells(record);
        begin();
        table.write(cells);
    }

    private void begin() throws IOException {
        if (!begun) {
            table.write(columns.titles());
            begun = true;
        }
    }

    /** A table without records has its titles, if they are known. */
    @Override
    public void end() throws IOException {
        begin();
        table.end();
    }
}
