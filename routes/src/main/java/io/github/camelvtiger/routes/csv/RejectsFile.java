package io.github.camelvtiger.routes.csv;

import io.github.camelvtiger.routes.sync.rows.CsvFile;
import io.github.camelvtiger.routes.sync.rows.CsvRow;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;

/**
 * The rejected rows of one file, as they came, with the reason in a last column. It is written as the file itself is, in
 * its encoding and with its separator, so that whatever reads the one reads the other. Safe for many threads.
 */
final class RejectsFile {

    private final Path target;
    private final CsvFile source;
    private final CSVFormat format;
    private final int idColumn;
    private boolean begun;
    private boolean idAdded;
    /** Why a row could not be written; after it none is, so that each row is either whole in the file or not in it at all. */
    private IOException broken;

    /** @param idColumn of the source, or -1 */
    RejectsFile(Path target, CsvFile source, int idColumn) {
        this.target = target;
        this.source = source;
        this.idColumn = idColumn;
        this.format = CSVFormat.DEFAULT
                .builder()
                .setDelimiter(source.separator().character())
                .get();
    }

    Path path() {
        return target;
    }

    /** @param id of the record that the row has written all the same, so that the row revises it when it comes again; or null */
    synchronized void add(CsvRow row, String id, String reason) throws IOException {
        if (broken != null) {
            throw new IOException(broken.getMessage(), broken);
        }
        long whole = begun ? Files.size(target) : 0;
        try {
            write(row, id, reason);
        } catch (IOException e) {
            broken = e;
            cutTo(whole);
            throw e;
        }
    }

    private void write(CsvRow row, String id, String reason) throws IOException {
        if (id != null && idColumn < 0 && !idAdded) {
            idAdded = true;
            if (begun) {
                addIdColumn();
            }
        }
        try (CSVPrinter printer = begun ? append() : begin()) {
            printer.printRecord(line(row, id, reason));
        }
        begun = true;
    }

    /** What a full disk has left of a row. */
    private void cutTo(long whole) {
        try (FileChannel channel = FileChannel.open(target, StandardOpenOption.WRITE)) {
            channel.truncate(whole);
        } catch (IOException e) {
            broken.addSuppressed(e);
        }
    }

    private CSVPrinter begin() throws IOException {
        Files.createDirectories(target.getParent());
        CSVPrinter printer = create(target);
        printer.printRecord(titles());
        return printer;
    }

    private CSVPrinter create(Path file) throws IOException {
        OutputStream out = Files.newOutputStream(file);
        out.write(source.encoding().mark());
        CSVPrinter printer = printer(out);
        if (source.separator().declared()) {
            printer.getOut().append("sep=" + source.separator().character() + "\r\n");
        }
        return printer;
    }

    private CSVPrinter append() throws IOException {
        return printer(Files.newOutputStream(target, StandardOpenOption.APPEND));
    }

    private CSVPrinter printer(OutputStream out) throws IOException {
        Writer writer = new OutputStreamWriter(out, source.encoding().charset());
        return new CSVPrinter(writer, format);
    }

    private List<String> titles() {
        List<String> titles = withoutReason(source.header());
        if (idAdded) {
            titles.add(ColumnMapping.ID);
        }
        titles.add(ColumnMapping.REASON);
        return titles;
    }

    private List<String> line(CsvRow row, String id, String reason) {
        boolean fits = row.cells().size() == source.header().size();
        List<String> cells = new ArrayList<>(row.cells());
        if (fits && id != null && idColumn >= 0) {
            cells.set(idColumn, id);
        }
        List<String> line = fits ? withoutReason(cells) : cells;
        if (idAdded) {
            line.add(id == null ? "" : id);
        }
        if (!fits && line.size() + 1 == titles().size()) {
            // With the reason it would have as many cells as there are titles, and be taken for a good row.
            line.add("");
        }
        line.add(row.place() + ": " + reason);
        return line;
    }

    /** A file that was rejected before has a column of reasons already; the new reason takes its place. */
    private List<String> withoutReason(List<String> cells) {
        List<String> left = new ArrayList<>();
        for (int column = 0; column < cells.size(); column++) {
            if (!ColumnMapping.isReason(source.header().get(column))) {
                left.add(cells.get(column));
            }
        }
        return left;
    }

    /** Most files never need it, and that one does is not known before the first such row. */
    private void addIdColumn() throws IOException {
        Path wider = target.resolveSibling("." + target.getFileName());
        try (BufferedReader text = written();
                CSVPrinter printer = create(wider)) {
            String added = ColumnMapping.ID;
            for (CSVRecord each : format.parse(text)) {
                List<String> cells = new ArrayList<>(each.toList());
                cells.add(cells.size() - 1, added);
                printer.printRecord(cells);
                added = "";
            }
        }
        Files.move(wider, target, StandardCopyOption.ATOMIC_MOVE);
    }

    /** What was written so far, from the titles on. */
    private BufferedReader written() throws IOException {
        InputStream bytes = Files.newInputStream(target);
        bytes.skipNBytes(source.encoding().mark().length);
        BufferedReader text = new BufferedReader(
                new InputStreamReader(bytes, source.encoding().charset()));
        if (source.separator().declared()) {
            text.readLine();
        }
        return text;
    }
}
