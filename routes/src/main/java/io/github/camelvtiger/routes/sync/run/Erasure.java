package io.github.camelvtiger.routes.sync.run;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelvtiger.routes.sync.definition.Format;
import io.github.camelvtiger.routes.sync.definition.Source;
import io.github.camelvtiger.routes.sync.rows.RejectsFile;
import io.github.camelvtiger.routes.sync.rows.Row;
import io.github.camelvtiger.routes.sync.rows.RowReader;
import io.github.camelvtiger.routes.sync.rows.Rows;
import io.github.camelvtiger.routes.sync.store.Forgetting;
import io.github.camelvtiger.routes.sync.store.SyncStore;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

/** Erases a record, or all that holds a value, from the store, from plans and from the files of rejects. */
public final class Erasure {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final SyncStore store;
    private final Path plans;
    private final Function<String, Optional<Source.Files>> sources;

    /**
     * @param plans the directory where plans are kept
     * @param sources of a sync, by its name; empty if it reads no files
     */
    public Erasure(SyncStore store, Path plans, Function<String, Optional<Source.Files>> sources) {
        this.store = store;
        this.plans = plans;
        this.sources = sources;
    }

    /**
     * What was erased.
     *
     * @param records the ids of the records whose writes were
     * @param writes how many writes
     * @param rejects how many rejects
     * @param plans that were deleted
     * @param rejectsFiles that were written again without the rows, or deleted because no other row is left
     * @param unreadable files of rejects in which a person must look
     */
    public record Report(
            Set<String> records,
            int writes,
            int rejects,
            List<Path> plans,
            List<Path> rejectsFiles,
            List<Path> unreadable) {

        public boolean isEmpty() {
            return writes == 0 && rejects == 0 && plans.isEmpty() && rejectsFiles.isEmpty();
        }
    }

    /**
     * @param what a record's id, or a value such as an e-mail address: as a whole, whatever its case
     * @param dry nothing is erased
     * @throws IOException if a plan or a file of rejects cannot be deleted or written; the store is erased by then
     */
    public Report erase(String what, boolean dry) throws IOException {
        if (!dry) {
            // Before anything is erased: behind it a kill would leave what was erased in the file of the database.
            store.compactWhenClosed();
        }
        Forgetting.Forgotten forgotten = store.forgetting().forget(what, dry);
        Set<String> values = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        values.addAll(forgotten.records());
        values.add(what);
        List<Path> mentioning = new ArrayList<>();
        for (Path plan : plans()) {
            if (mentions(plan, values)) {
                mentioning.add(plan);
            }
        }
        List<Path> files = new ArrayList<>();
        List<Path> unreadable = new ArrayList<>();
        for (Map.Entry<Path, String> kept : store.runs().rejectsFiles().entrySet()) {
            Path file = kept.getKey();
            Format format =
                    sources.apply(kept.getValue()).map(Source.Files::format).orElse(Format.BY_EXTENSION);
            try {
                if (Files.isRegularFile(file) && holds(file, format, values, forgotten.rejects())) {
                    files.add(file);
                    if (!dry) {
                        without(file, format, values, forgotten.rejects());
                    }
                }
            } catch (UncheckedIOException e) {
                unreadable.add(file);
            }
        }
        if (!dry) {
            for (Path plan : mentioning) {
                Files.deleteIfExists(plan);
            }
        }
        return new Report(
                forgotten.records(), forgotten.writes(), forgotten.rejects().size(), mentioning, files, unreadable);
    }

    private List<Path> plans() throws IOException {
        if (!Files.isDirectory(plans)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(plans)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    /** A plan holds for a day, so it is not worth a repair. */
    private static boolean mentions(Path plan, Set<String> values) throws IOException {
        try (BufferedReader lines = Files.newBufferedReader(plan)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (holds(JSON.readTree(line), values)) {
                    return true;
                }
            }
            return false;
        } catch (JacksonException | CharacterCodingException e) {
            // Of a process that was killed, or not a plan at all.
            return true;
        }
    }

    private static boolean holds(JsonNode node, Set<String> values) {
        if (node.isValueNode()) {
            return values.contains(node.asText());
        }
        for (JsonNode each : node) {
            if (holds(each, values)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isForgotten(Row row, Set<String> values, Set<Long> rejects) {
        return row.reject()
                        .filter(id -> rejects.stream().anyMatch(one -> id.equals(one.toString())))
                        .isPresent()
                || row.cells().values().stream().anyMatch(cell -> cell != null && values.contains(cell.toString()));
    }

    private static boolean holds(Path file, Format format, Set<String> values, Set<Long> rejects) {
        try (RowReader rows = Rows.open(file, format)) {
            while (rows.hasNext()) {
                if (isForgotten(rows.next(), values, rejects)) {
                    return true;
                }
            }
            return false;
        }
    }

    /** The other rows stay as a person may have corrected them. */
    private void without(Path file, Format format, Set<String> values, Set<Long> rejects) throws IOException {
        Path rest = file.resolveSibling("." + file.getFileName() + ".rest");
        long left = 0;
        try (RowReader rows = Rows.open(file, format);
                RejectsFile written = RejectsFile.like(file, format, rest)) {
            while (rows.hasNext()) {
                Row row = rows.next();
                if (!isForgotten(row, values, rejects)) {
                    written.add(row.cells(), row.reject().orElse(""), reason(row));
                    left++;
                }
            }
            written.finish();
        }
        if (left == 0) {
            Files.delete(rest);
            Files.delete(file);
        } else {
            Files.move(rest, file, StandardCopyOption.ATOMIC_MOVE);
        }
    }

    private String reason(Row row) {
        return row.reject()
                .filter(id -> id.matches("\\d{1,18}"))
                .flatMap(id -> store.rejects().find(Long.parseLong(id)))
                .map(reject -> reject.place() + ": " + reject.reason())
                .orElse("");
    }
}
