package io.github.camelvtiger.routes.sync.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.camelvtiger.routes.sync.store.RunCounts;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.NoSuchElementException;

/**
 * A plan on disk, as JSON Lines: its header, an entry for each row that is not already as it should be, in the order of the
 * rows, and the counts. A plan without its last line was not finished. Only its owner may read it.
 */
final class PlanFile {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .findAndAddModules()
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private PlanFile() {}

    private record HeaderLine(PlanHeader plan) {}

    private record CountsLine(RunCounts counts) {}

    /** Writes a plan; it counts as one once {@link #finish} was called. */
    static final class Writer implements Closeable {

        private final BufferedWriter lines;

        Writer(Path file, PlanHeader header) throws IOException {
            lines = OwnersFile.lines(file);
            line(new HeaderLine(header));
        }

        void add(PlanEntry entry) throws IOException {
            line(entry);
        }

        void finish(RunCounts counts) throws IOException {
            line(new CountsLine(counts));
            close();
        }

        private void line(Object value) throws IOException {
            lines.write(JSON.writeValueAsString(value));
            lines.write('\n');
        }

        @Override
        public void close() throws IOException {
            lines.close();
        }
    }

    /** Reads a plan. */
    static final class Reader implements Closeable, Iterator<PlanEntry> {

        private final Path file;
        private final BufferedReader lines;
        private final PlanHeader header;
        private JsonNode next;

        /** @throws BadPlanException if it is not a plan */
        Reader(Path file) throws IOException {
            this.file = file;
            this.lines = Files.newBufferedReader(file, StandardCharsets.UTF_8);
            JsonNode first = read();
            if (first == null || !first.has("plan")) {
                lines.close();
                throw new BadPlanException(file + " is not a plan; 'sync plan' makes one.");
            }
            header = JSON.treeToValue(first.get("plan"), PlanHeader.class);
            next = read();
        }

        PlanHeader header() {
            return header;
        }

        @Override
        public boolean hasNext() {
            return !next.has("counts");
        }

        @Override
        public PlanEntry next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            try {
                PlanEntry entry = JSON.treeToValue(next, PlanEntry.class);
                next = read();
                if (next == null) {
                    throw incomplete();
                }
                return entry;
            } catch (IOException e) {
                throw new BadPlanException("The plan " + file + " cannot be read: " + e.getMessage());
            }
        }

        /** @throws BadPlanException if the plan was not finished */
        static RunCounts counts(Path file) throws IOException {
            try (Reader reader = new Reader(file)) {
                while (reader.next != null && reader.hasNext()) {
                    reader.next = reader.read();
                }
                if (reader.next == null) {
                    throw reader.incomplete();
                }
                return JSON.treeToValue(reader.next.get("counts"), RunCounts.class);
            }
        }

        private BadPlanException incomplete() {
            return new BadPlanException("The plan " + file + " was not finished; make another one with 'sync plan'.");
        }

        private JsonNode read() throws IOException {
            String line = lines.readLine();
            try {
                return line == null ? null : JSON.readTree(line);
            } catch (JsonProcessingException e) {
                throw new BadPlanException(
                        "The plan " + file + " holds a line that is not JSON: " + e.getOriginalMessage());
            }
        }

        @Override
        public void close() throws IOException {
            lines.close();
        }
    }
}
