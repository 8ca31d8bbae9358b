package io.github.camelvtiger.routes.sync.rows;

import io.github.camelvtiger.routes.sync.definition.Format;
import io.github.camelvtiger.routes.sync.definition.Format.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Writes many rows and reads them again, in a process of its own whose memory the test decides. */
final class ManyRows {

    private ManyRows() {}

    /** @param arguments the directory, the kind and the number of rows */
    public static void main(String[] arguments) throws IOException {
        Kind kind = Kind.valueOf(arguments[1]);
        long rows = Long.parseLong(arguments[2]);
        Path file = Path.of(arguments[0], "many");
        Format format = new Format(Optional.of(kind), "UTF-8", Optional.empty(), Optional.empty());
        long began = System.nanoTime();
        write(file, format, rows);
        long written = System.nanoTime();
        read(file, format, rows);
        System.out.printf(
                "%s: %d rows, %d MB, written in %d ms, read in %d ms, heap %d MB%n",
                kind,
                rows,
                Files.size(file) >> 20,
                (written - began) / 1_000_000,
                (System.nanoTime() - written) / 1_000_000,
                Runtime.getRuntime().maxMemory() >> 20);
    }

    private static void write(Path file, Format format, long rows) throws IOException {
        try (RowWriter writer = new RowWriter(file, FileLayout.of(file, format, Map.of(), false, ";"))) {
            for (long row = 1; row <= rows; row++) {
                writer.write(record(row));
            }
            writer.finish();
        }
    }

    private static void read(Path file, Format format, long rows) {
        long number = 0;
        try (RowReader reader = Rows.open(file, format)) {
            while (reader.hasNext()) {
                Row row = reader.next();
                if (row.number() != ++number || !row.cells().equals(record(number))) {
                    throw new IllegalStateException("row " + number + " is " + row);
                }
            }
        }
        if (number != rows) {
            throw new IllegalStateException(number + " rows instead of " + rows);
        }
    }

    /** As long as a record of Leads. */
    private static Map<String, Object> record(long row) {
        Map<String, Object> record = new LinkedHashMap<>();
        record.put("lastname", "Lovelace " + row);
        record.put("email", "ada." + row + "@example.com");
        record.put("company", "Analytical Engines, Ltd. \"" + row % 1_000 + "\"");
        record.put("description", "Line one of " + row + "\nline two; ä ß €");
        for (int field = 1; field <= 6; field++) {
            record.put("cf_" + field, "value " + row * field);
        }
        return record;
    }
}
