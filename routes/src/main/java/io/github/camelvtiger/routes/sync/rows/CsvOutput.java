package io.github.camelvtiger.routes.sync.rows;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** A table as CSV. */
final class CsvOutput implements TableOutput {

    private final OutputStream out;
    private final CsvLines lines;

    /** @param out of a file that is empty */
    CsvOutput(OutputStream out, FileLayout layout) throws IOException {
        this.out = new BufferedOutputStream(out, 1 << 16);
        this.lines = new CsvLines(layout);
        this.out.write(lines.beginning());
    }

    @Override
    public void write(List<?> cells) throws IOException {
        out.write(lines.of(cells));
    }

    @Override
    public void end() throws IOException {
        out.flush();
    }
}
