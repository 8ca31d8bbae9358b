package io.github.camelvtiger.routes.sync.export;

import io.github.camelvtiger.routes.sync.definition.Deletions;
import io.github.camelvtiger.routes.sync.definition.Format;
import io.github.camelvtiger.routes.sync.definition.SyncDefinition;
import io.github.camelvtiger.routes.sync.definition.Target;
import io.github.camelvtiger.routes.sync.feed.AddedColumns;
import io.github.camelvtiger.routes.sync.feed.SourceCrm;
import io.github.camelvtiger.routes.sync.rows.AppendedFile;
import io.github.camelvtiger.routes.sync.rows.FileLayout;
import io.github.camelvtiger.routes.sync.rows.FileNames;
import io.github.camelvtiger.routes.sync.rows.RowWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The files of one module into which a sync writes record by record: one for each record, or one for each day, which is kept
 * open. Safe for several threads.
 */
final class FeedFiles implements RecordTarget {

    private final SyncDefinition sync;
    private final String module;
    private final InstantSource clock;
    private final Target.Files to;
    private final FileNames names;
    private Path day;
    private FileLayout layout;
    private AppendedFile open;

    FeedFiles(SyncDefinition sync, String module, InstantSource clock) {
        this.sync = sync;
        this.module = module;
        this.clock = clock;
        this.to = (Target.Files) sync.to();
        this.names = new FileNames(Path.of(to.path()), to.name());
    }

    /**
     * The file of a record, a day or a run.
     *
     * @param values beside those that are the same for all records, such as {@code id}
     */
    @Override
    public Path path(Map<String, String> values) {
        Map<String, String> all = new HashMap<>(values);
        all.put("module", module);
        all.put("day", LocalDate.ofInstant(clock.instant(), sync.zone()).toString());
        all.put("connection", connection());
        return names.of(all);
    }

    /** The named connection of the sync; {@code vtiger} for that of the application. */
    private String connection() {
        return SourceCrm.of(sync).connection().orElse("vtiger");
    }

    /** Writes a record into its own file, in place of what that held, or behind those of the day. */
    @Override
    public void write(Outgoing record, RecordShape shape) throws IOException {
        if (to.span() == Target.Files.Span.RECORD) {
            writeOne(path(Map.of("id", record.id())), record.row(), shape);
        } else if (!(sync.deletions() instanceof Deletions.Events)) {
            add(record.row(), shape, List.of());
        } else {
            Map<String, Object> marked = new LinkedHashMap<>(record.row());
            marked.put(RecordShape.EVENT, record.event());
            add(marked, shape, List.of(RecordShape.EVENT));
        }
    }

    private static void writeOne(Path file, Map<String, Object> record, RecordShape shape) throws IOException {
        FileLayout layout = shape.layout(file, List.of());
        try (RowWriter writer =
                new RowWriter(file, layout.kind() == Format.Kind.JSON ? layout.ofKind(Format.Kind.JSONL) : layout)) {
            writer.write(record);
            writer.finish();
        }
    }

    @Override
    public boolean removes() {
        return to.span() == Target.Files.Span.RECORD;
    }

    /** Removes the file of a record, and those beside it. */
    @Override
    public void remove(String id) throws IOException {
        Path file = path(Map.of("id", id));
        Files.deleteIfExists(file);
        if (AddedColumns.copiesFiles(sync, module)) {
            DocumentFiles.remove(id, file.toAbsolutePath().getParent());
        }
    }

    @Override
    public Optional<Path> whole(String run) {
        return removes() ? Optional.empty() : Optional.of(path(Map.of("run", run)));
    }

    private synchronized void add(Map<String, Object> record, RecordShape shape, List<String> added)
            throws IOException {
        Path file = path(Map.of());
        FileLayout wanted = shape.layout(file, added);
        if (open == null || !file.equals(day) || !wanted.equals(layout)) {
            close();
            open = AppendedFile.open(file, wanted);
            day = file;
            layout = wanted;
        }
        open.add(List.of(record));
    }

    @Override
    public synchronized void close() throws IOException {
        if (open != null) {
            AppendedFile closing = open;
            open = null;
            closing.close();
        }
    }
}
