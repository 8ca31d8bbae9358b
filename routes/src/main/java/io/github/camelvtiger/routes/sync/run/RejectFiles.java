package io.github.camelvtiger.routes.sync.run;

import io.github.camelvtiger.routes.sync.definition.Format;
import io.github.camelvtiger.routes.sync.definition.Source;
import io.github.camelvtiger.routes.sync.rows.RejectsFile;
import io.github.camelvtiger.routes.sync.store.Reject;
import io.github.camelvtiger.routes.sync.store.Run;
import io.github.camelvtiger.routes.sync.store.SyncStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The rejects of a run as a file beside its source, to be corrected and dropped again. They are in the store in any case; the
 * file is for people.
 */
public final class RejectFiles {

    private static final Logger LOG = LoggerFactory.getLogger("sync");

    private final SyncStore store;
    private final Function<String, Optional<Source.Files>> sources;

    /** @param sources of a sync, by its name; empty if it reads no files */
    public RejectFiles(SyncStore store, Function<String, Optional<Source.Files>> sources) {
        this.store = store;
        this.sources = sources;
    }

    /**
     * Writes the file, if the run has rejects, and is at an end.
     *
     * @param source where the run's source is by now
     * @return the report with the file
     */
    public RunReport beside(Path source, RunReport report) {
        Optional<Run> run = isWritten(report) ? store.runs().find(report.id()) : Optional.empty();
        boolean hasOne = report.outcome() == RunReport.Outcome.KNOWN
                && run.flatMap(Run::rejectsFile).isPresent();
        if (run.isEmpty() || hasOne || store.rejects().numberOpenOfRun(report.id()) == 0) {
            return report;
        }
        try {
            Source.Files from = sources.apply(report.sync()).orElseThrow();
            Path file = SecondFile.REJECTS.of(source, from);
            write(run.get(), source, from, file);
            store.runs().rejectsFile(report.id(), file.toAbsolutePath().toString());
            return report.withRejects(file);
        } catch (IOException | UncheckedIOException e) {
            LOG.warn(
                    "{}: the rejects of {} could not be written as a file beside {} ({}); they are in the store, and"
                            + " 'sync rejects {} --export FILE' writes them.",
                    report.sync(),
                    report.id(),
                    source,
                    e.getMessage(),
                    report.sync());
            return report;
        }
    }

    private static boolean isWritten(RunReport report) {
        return switch (report.outcome()) {
            case DONE, KNOWN, APPROVED, FAILED -> true;
            case PLANNED, REFUSED, STOPPED, INTERRUPTED -> false;
        };
    }

    private void write(Run run, Path source, Source.Files from, Path target) throws IOException {
        try (RejectsFile file = RejectsFile.like(source, from.format(), target)) {
            store.rejects().openOfRun(run.id(), reject -> add(file, reject));
            file.finish();
        }
    }

    /**
     * Writes rejects of any runs of a sync to a file.
     *
     * @param format of the sync's files; the kind is that of the file's name unless it says one
     */
    public static void export(List<Reject> rejects, Format format, Path target) throws IOException {
        Set<String> columns = new LinkedHashSet<>();
        rejects.forEach(reject ->
                columns.addAll(reject.columns().isEmpty() ? reject.payload().keySet() : reject.columns()));
        try (RejectsFile file = RejectsFile.of(target, format, List.copyOf(columns))) {
            rejects.forEach(reject -> add(file, reject));
            file.finish();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static void add(RejectsFile file, Reject reject) {
        try {
            file.add(reject.payload(), String.valueOf(reject.id()), reject.place() + ": " + reject.reason());
        } catch (IOException e) {
            throw new UncheckedIOException(e.getMessage(), e);
        }
    }
}
