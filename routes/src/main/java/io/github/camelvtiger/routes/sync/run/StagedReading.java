package io.github.camelvtiger.routes.sync.run;

import io.github.camelvtiger.routes.sync.definition.SyncDefinition;
import io.github.camelvtiger.routes.sync.store.Rejects;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Takes the rows that wait in a table for a run, or goes on with those that an interrupted run has taken. The rows are on disk before
 * the table says that they are being worked on, and get the name by which they are found again after that: a process that ends between
 * leaves rows that are taken once more, and none that is taken twice.
 */
public final class StagedReading implements RunStart.Opening {

    private static final String EXTENSION = ".staged.jsonl";
    private static final int SHOWN = 8;

    private final SyncDefinition sync;
    private final String module;
    private final StagedRows table;
    private final Path directory;
    private final Rejects rejects;

    /**
     * @param module of the target
     * @param directory where plans are kept
     */
    StagedReading(SyncDefinition sync, String module, StagedRows table, Path directory, Rejects rejects) {
        this.sync = sync;
        this.module = module;
        this.table = table;
        this.directory = directory;
        this.rejects = rejects;
    }

    @Override
    public Optional<RunSource> of(RunRequest request) throws IOException {
        Optional<SourceSnapshot> left = request.mode() == Mode.RUN ? left() : Optional.empty();
        if (left.isPresent()) {
            return Optional.of(source(left.get(), Optional.of(table)));
        }
        // A poll that looked while these rows were being written asked for them once more.
        if (request.waits() && !table.isAnyWaiting()) {
            return Optional.empty();
        }
        Path reading = directory.resolve(SourceSnapshot.unfinished(sync.name()));
        try {
            return Optional.of(
                    switch (request.mode()) {
                        case PLAN -> planned(reading);
                        case APPLY -> applied(reading, request.plan().orElseThrow());
                        default -> taken(reading, request.approved());
                    });
        } finally {
            Files.deleteIfExists(reading);
        }
    }

    /** Whether there is something for a run: rows that wait, or that an interrupted one has left. */
    boolean isAnyWaiting() throws IOException {
        return left().isPresent() || table.isAnyWaiting();
    }

    private RunSource source(SourceSnapshot rows, Optional<StagedRows> from) {
        return new StagedSource(sync.name(), rows, from, rejects);
    }

    /** Rows that are only looked at. */
    private RunSource planned(Path reading) throws IOException {
        read(reading, true, false, Optional.empty());
        String identity = Sha256.of(reading);
        Path read = directory.resolve(SourceSnapshot.fileName(sync.name(), identity));
        move(reading, read);
        return source(new SourceSnapshot(read, table.name(), identity), Optional.empty());
    }

    private RunSource taken(Path reading, boolean stopped) throws IOException {
        read(reading, stopped, true, Optional.empty());
        // The same rows may come again on purpose, so what they hold does not make them the same.
        String identity =
                sync.sha256().substring(0, SHOWN) + UUID.randomUUID().toString().replace("-", "");
        return source(moved(reading, identity), Optional.of(table));
    }

    private RunSource applied(Path reading, Path plan) throws IOException {
        String identity;
        try (PlanFile.Reader reader = new PlanFile.Reader(plan)) {
            identity = reader.header().sourceSha256();
        }
        read(reading, true, true, Optional.of(identity));
        if (!Sha256.of(reading).equals(identity)) {
            throw new BadPlanException("The plan " + plan
                    + " was made of other rows than those that wait now; make another one with 'sync plan'.");
        }
        return source(moved(reading, identity), Optional.of(table));
    }

    /** @param only the rows with this SHA-256 are taken */
    private void read(Path reading, boolean stopped, boolean takes, Optional<String> only) throws IOException {
        try (SourceSnapshot.Writer lines = new SourceSnapshot.Writer(reading)) {
            table.take(
                    stopped, takes, row -> lines.add(new SourceSnapshot.Line(row.place(), module, row.cells())), () -> {
                        lines.force();
                        return only.map(wanted -> wanted.equals(sha256(reading)))
                                .orElse(true);
                    });
        }
    }

    private static String sha256(Path file) {
        try {
            return Sha256.of(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private SourceSnapshot moved(Path reading, String identity) throws IOException {
        Path read = directory.resolve(prefix() + identity + EXTENSION);
        move(reading, read);
        return new SourceSnapshot(read, table.name(), identity);
    }

    private static void move(Path from, Path to) throws IOException {
        Files.move(from, to, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    private String prefix() {
        return sync.name() + "-" + sync.sha256().substring(0, SHOWN) + "-";
    }

    /**
     * What an interrupted run has taken. After a change of the sync file it is read again from the table, where rows that are done
     * say so.
     */
    private Optional<SourceSnapshot> left() throws IOException {
        if (!Files.isDirectory(directory)) {
            return Optional.empty();
        }
        List<Path> found;
        try (Stream<Path> files = Files.list(directory)) {
            found = files.filter(file -> file.getFileName().toString().endsWith(EXTENSION))
                    .filter(file -> file.getFileName().toString().startsWith(prefix()))
                    .sorted()
                    .toList();
        }
        return found.stream().findFirst().map(file -> {
            String name = file.getFileName().toString();
            return new SourceSnapshot(
                    file, table.name(), name.substring(prefix().length(), name.length() - EXTENSION.length()));
        });
    }
}
