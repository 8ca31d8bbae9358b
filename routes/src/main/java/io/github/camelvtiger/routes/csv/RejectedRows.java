package io.github.camelvtiger.routes.csv;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** Files of rejected rows: the row as it came, the reason in a last column. Safe for many threads. */
final class RejectedRows {

    private final Path directory;

    RejectedRows(Path directory) {
        this.directory = directory;
    }

    /** The first rejected row of a file brings the titles with it. */
    void add(String fileName, LeadFile file, LeadRow row, String reason) throws IOException {
        // Rows are rejected in parallel, and the titles must come first.
        synchronized (file) {
            append(fileName, file, row, reason);
        }
    }

    private void append(String fileName, LeadFile file, LeadRow row, String reason) throws IOException {
        Files.createDirectories(directory);
        Path target = directory.resolve(fileName);
        boolean begun = Files.exists(target);
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setDelimiter(file.separator().character())
                .get();
        try (Writer writer = Files.newBufferedWriter(
                        target, StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
                CSVPrinter printer = new CSVPrinter(writer, format)) {
            if (!begun) {
                printer.printRecord(withReason(file.header(), file.header(), ColumnMapping.REASON));
            }
            printer.printRecord(withReason(file.header(), row.cells(), "row " + row.number() + ": " + reason));
        }
    }

    /** A file that was rejected before has a column of reasons already; the new reason takes its place. */
    private static List<String> withReason(List<String> header, List<String> cells, String reason) {
        List<String> result = new ArrayList<>(cells);
        int old = header.size() - 1;
        if (header.get(old).equalsIgnoreCase(ColumnMapping.REASON) && result.size() == header.size()) {
            result.remove(old);
        }
        result.add(reason);
        return result;
    }
}
