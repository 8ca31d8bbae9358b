package io.github.camelvtiger.routes.sync.rows;

import io.github.camelvtiger.routes.sync.definition.Format;
import io.github.camelvtiger.routes.sync.definition.Format.Kind;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Rejected rows of a file, as a file of the same kind, to be corrected and dropped again: beside their cells they have
 * {@code _reject} with the id of the reject and {@code _reason}. These come first, so that a row with too few or too many
 * cells is not taken for a good one when it comes again uncorrected.
 *
 * <p>Only the owner of this process may read it. It gets its name by {@link #finish()}. Rows may be added by several threads.
 */
public final class RejectsFile implements Closeable {

    private final TemporaryFile file;
    private final FileLayout layout;
    private final List<String> columns;
    private final TableOutput table;
    private final RecordOutput objects;

    /**
     * A file that is written as its source is: CSV with the same separator and encoding, a workbook with the sheet of that name.
     *
     * @param source a file that was read with that format
     * @throws BadFileException if the source cannot be read any more
     */
    public static RejectsFile like(Path source, Format format, Path target) throws IOException {
        try (RowReader reader = Rows.open(source, format)) {
            return new RejectsFile(target, FileLayout.like(reader, source, format), reader.columns());
        }
    }

    /**
     * A file without a source to be like.
     *
     * @param format says the kind, unless the name of the file does
     * @param columns of the rows; unused for JSON
     */
    public static RejectsFile of(Path target, Format format, List<String> columns) throws IOException {
        return new RejectsFile(target, FileLayout.ofRows(target, format), columns);
    }

    private RejectsFile(Path target, FileLayout layout, List<String> columns) throws IOException {
        this.layout = layout;
        this.columns = List.copyOf(columns);
        this.file = new TemporaryFile(target, true);
        try {
            this.table = layout.isTable() ? table() : null;
            this.objects = layout.isTable() ? null : new JsonOutput(file.out(), layout);
        } catch (IOException | RuntimeException e) {
            file.close();
            throw e;
        }
    }

    private TableOutput table() throws IOException {
        TableOutput output =
                layout.kind() == Kind.CSV ? new CsvOutput(file.out(), layout) : new XlsxOutput(file.out(), layout);
        List<String> titles = new ArrayList<>(List.of(RejectColumns.REJECT, RejectColumns.REASON));
        titles.addAll(columns);
        output.write(titles);
        return output;
    }

    /**
     * Adds a row.
     *
     * @param cells of the row, as its {@link Row} has them
     * @param reject the id of the reject
     * @param reason with the row's place
     */
    public synchronized void add(Map<String, Object> cells, String reject, String reason) throws IOException {
        if (table == null) {
            Map<String, Object> object = new LinkedHashMap<>();
            object.put(RejectColumns.REJECT, reject);
            object.put(RejectColumns.REASON, reason);
            object.putAll(cells);
            objects.write(object);
        } else {
            List<Object> line = new ArrayList<>(List.of(reject, TextEncoding.reduced(reason, layout.charset())));
            line.addAll(line(cells));
            table.write(line);
        }
    }

    /** As many cells as the row had: missing ones at its end remain missing, those beyond the last title follow it. */
    private List<Object> line(Map<String, Object> cells) {
        List<Object> line = new ArrayList<>();
        Map<String, Object> left = new LinkedHashMap<>(cells);
        for (String column : columns) {
            if (left.isEmpty()) {
                break;
            }
            line.add(left.remove(column));
        }
        line.addAll(left.values());
        return line;
    }

    public void finish() throws IOException {
        if (table == null) {
            objects.end();
        } else {
            table.end();
        }
        file.commit();
    }

    /** Removes the file unless it was finished. */
    @Override
    public void close() throws IOException {
        file.close();
    }
}
