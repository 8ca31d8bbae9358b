package io.github.camelvtiger.routes.csv;

import io.github.camelvtiger.routes.Tally;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.camel.Body;
import org.apache.camel.PropertyInject;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** Writes records into a CSV file while they are read. The file gets its name when it is complete. */
public final class ModuleCsvExport {

    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss");

    private final Tally tally;
    private final Clock clock;

    public ModuleCsvExport(Tally tally, Clock clock) {
        this.tally = tally;
        this.clock = clock;
    }

    /**
     * What was written.
     *
     * @param records without the line of titles
     * @param file its path as text: Camel would log a Path as what the file holds
     */
    public record Export(long records, String file) {}

    public Export write(
            @Body Iterator<Map<String, Object>> records,
            @PropertyInject("export.module") String module,
            @PropertyInject("data.directory") String dataDirectory)
            throws IOException {
        Path directory = Files.createDirectories(Path.of(dataDirectory, "export"));
        String name = module + "-" + LocalDateTime.now(clock).format(STAMP) + ".csv";
        Path unfinished = directory.resolve(".writing-" + name);
        long count;
        try {
            count = writeAll(records, unfinished);
        } catch (IOException e) {
            Files.deleteIfExists(unfinished);
            throw named(unfinished, e);
        } catch (RuntimeException e) {
            Files.deleteIfExists(unfinished);
            throw e;
        }
        Path file = Files.move(unfinished, directory.resolve(name), StandardCopyOption.ATOMIC_MOVE);
        tally.add(Tally.Work.RECORDS_EXPORTED, count);
        return new Export(count, file.toString());
    }

    /** A full disk is reported without the file that did not fit. */
    private static IOException named(Path file, IOException failure) {
        if (failure instanceof FileSystemException) {
            return failure;
        }
        FileSystemException named = new FileSystemException(file.toString(), null, failure.getMessage());
        named.addSuppressed(failure);
        return named;
    }

    private static long writeAll(Iterator<Map<String, Object>> records, Path target) throws IOException {
        try (Writer writer = Files.newBufferedWriter(target);
                CSVPrinter printer = new CSVPrinter(writer, CSVFormat.DEFAULT)) {
            List<String> columns = null;
            long count = 0;
            while (records.hasNext()) {
                Map<String, Object> record = records.next();
                if (columns == null) {
                    columns = new ArrayList<>(record.keySet());
                    printer.printRecord(columns);
                }
                // All rows of one module have the same fields in the same order (webservice.md §7).
                printer.printRecord(columns.stream().map(record::get));
                count++;
            }
            return count;
        }
    }
}
