package io.github.camelvtiger.routes.sync.run;

import io.github.camelvtiger.routes.sync.rows.BadFileException;
import io.github.camelvtiger.routes.sync.rows.Row;
import io.github.camelvtiger.routes.sync.rows.RowReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * The rows of a file once for each module, one module after the other: so the records to which others of the same file refer are there
 * before them. A fault of the file ends each module at the same row, and is thrown by the last.
 */
final class RowsForModules implements RowReader {

    private final Iterator<String> modules;
    private final Opening opening;
    private RowReader file;
    private String module;
    private long before;
    private long last;

    /** Opens the file from its first row on. */
    interface Opening {
        RowReader open() throws IOException;
    }

    RowsForModules(List<String> modules, Opening opening) throws IOException {
        this.modules = modules.iterator();
        this.opening = opening;
        this.module = this.modules.next();
        this.file = opening.open();
    }

    @Override
    public List<String> columns() {
        return file.columns();
    }

    @Override
    public long emptyRows() {
        return file.emptyRows();
    }

    @Override
    public boolean hasNext() {
        while (!file.hasNext() && modules.hasNext()) {
            file.close();
            try {
                file = opening.open();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            module = modules.next();
            before = last;
        }
        return file.hasNext();
    }

    @Override
    public Row next() {
        while (true) {
            hasNext();
            try {
                Row row = file.next();
                last = before + row.number();
                return new Row(last, row.place(), row.cells(), Optional.of(module), row.reject(), row.fault());
            } catch (BadFileException e) {
                if (!modules.hasNext()) {
                    throw e;
                }
            }
        }
    }

    @Override
    public void close() {
        file.close();
    }
}
