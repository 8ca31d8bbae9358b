package io.github.camelvtiger.routes.sync.run;

import io.github.camelvtiger.routes.sync.definition.Format;
import io.github.camelvtiger.routes.sync.rows.Row;
import io.github.camelvtiger.routes.sync.rows.RowReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * A file, which is the same as long as its bytes are.
 *
 * @param modules for which its rows are, one after the other
 * @param identity SHA-256 of the bytes
 */
record FileSource(Path file, Format format, List<String> modules, RunStart.Reading reading, String identity)
        implements RunSource {

    static FileSource of(Path file, Format format, List<String> modules, RunStart.Reading reading) throws IOException {
        return new FileSource(file, format, modules, reading, Sha256.of(file));
    }

    @Override
    public String name() {
        return file.getFileName().toString();
    }

    @Override
    public RowReader open() throws IOException {
        return modules.size() == 1
                ? reading.open(file, format)
                : new RowsForModules(modules, () -> reading.open(file, format));
    }

    @Override
    public List<String> columns(RowReader reader, Row row) {
        return reader.columns();
    }
}
