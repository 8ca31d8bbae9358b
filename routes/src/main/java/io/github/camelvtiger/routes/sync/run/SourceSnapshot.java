package io.github.camelvtiger.routes.sync.run;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.camelvtiger.routes.sync.rows.BadFileException;
import io.github.camelvtiger.routes.sync.rows.Row;
import io.github.camelvtiger.routes.sync.rows.RowReader;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;

/**
 * The records of a CRM as they were when a run began, as JSON Lines on disk: a run goes through its source more than once, and
 * finds the same each time.
 *
 * @param name such as {@code Contacts}
 * @param identity SHA-256 of the bytes
 */
record SourceSnapshot(Path file, String name, String identity) implements RunSource {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private static final String EXTENSION = ".records.jsonl";
    private static final String UNFINISHED = ".part";

    static String fileName(String sync, String identity) {
        return sync + "-" + identity + EXTENSION;
    }

    /** Of the file while it is written. */
    static String unfinished(String sync) {
        return sync + "-" + UUID.randomUUID() + UNFINISHED;
    }

    /** Whether a file is one, or was begun as one. */
    static boolean isOne(Path file) {
        return file.toString().endsWith(EXTENSION) || file.toString().endsWith(UNFINISHED);
    }

    /**
     * A record.
     *
     * @param place such as {@code Contacts 12x34}
     * @param module of the target
     */
    record Line(String place, String module, Map<String, Object> record) {}

    /** Writes one. */
    static final class Writer implements Closeable {

        private final Path file;
        private final BufferedWriter lines;

        Writer(Path file) throws IOException {
            this.file = file;
            this.lines = OwnersFile.lines(file);
        }

        void add(Line line) {
            try {
                lines.write(JSON.writeValueAsString(line));
                lines.write('\n');
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** All lines so far are on the disk. */
        void force() {
            try {
                lines.flush();
                try (FileChannel written = FileChannel.open(file, StandardOpenOption.WRITE)) {
                    written.force(true);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void close() throws IOException {
            lines.close();
        }
    }

    /** A CRM has changed meanwhile, or may have. */
    @Override
    public boolean isOnce() {
        return false;
    }

    @Override
    public RowReader open() throws IOException {
        return new Reader(Files.newBufferedReader(file));
    }

    @Override
    public List<String> columns(RowReader reader, Row row) {
        return reader.columns();
    }

    /** Kept beside a plan, which may be applied. */
    @Override
    public void over(RunReport.Outcome outcome) throws IOException {
        if (outcome != RunReport.Outcome.PLANNED && outcome != RunReport.Outcome.STOPPED) {
            Files.deleteIfExists(file);
        }
    }

    private static final class Reader implements RowReader {

        private final BufferedReader lines;
        private String next;
        private long number;

        Reader(BufferedReader lines) throws IOException {
            this.lines = lines;
            next = lines.readLine();
        }

        @Override
        public List<String> columns() {
            return List.of();
        }

        @Override
        public boolean hasNext() {
            return next != null;
        }

        @Override
        public Row next() {
            if (next == null) {
                throw new NoSuchElementException();
            }
            try {
                Line line = JSON.readValue(next, new TypeReference<Line>() {});
                next = lines.readLine();
                return new Row(
                        ++number,
                        line.place(),
                        line.record(),
                        Optional.of(line.module()),
                        Optional.empty(),
                        Optional.empty());
            } catch (IOException e) {
                next = null;
                throw new BadFileException("The records that were read cannot be read again: " + e.getMessage());
            }
        }

        @Override
        public void close() {
            try {
                lines.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
