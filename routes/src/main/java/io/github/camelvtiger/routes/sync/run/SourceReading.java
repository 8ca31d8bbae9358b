package io.github.camelvtiger.routes.sync.run;

import io.github.camelvtiger.routes.sync.definition.SyncDefinition;
import io.github.camelvtiger.routes.sync.feed.SourceCrm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;

/** Reads all records of the modules of a CRM for a run, or takes those of which a plan was made. */
final class SourceReading implements RunStart.Opening {

    private final SyncDefinition sync;
    private final CrmQuestions source;
    private final Path directory;

    /**
     * @param source the CRM that is read
     * @param directory where plans are kept
     */
    SourceReading(SyncDefinition sync, CrmQuestions source, Path directory) {
        this.sync = sync;
        this.source = source;
        this.directory = directory;
    }

    @Override
    public Optional<RunSource> of(RunRequest request) throws IOException {
        List<String> modules = sync.isMigration()
                ? Migration.order(sync, source)
                : SourceCrm.of(sync).modules();
        String name = String.join(", ", modules);
        if (request.plan().isPresent()) {
            return Optional.of(planned(request.plan().get(), name));
        }
        Path reading = directory.resolve(SourceSnapshot.unfinished(sync.name()));
        try {
            try (SourceSnapshot.Writer records = new SourceSnapshot.Writer(reading)) {
                for (String module : modules) {
                    read(module, records);
                }
            }
            String identity = Sha256.of(reading);
            Path read = file(identity);
            Files.move(reading, read, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            return Optional.of(new SourceSnapshot(read, name, identity));
        } finally {
            Files.deleteIfExists(reading);
        }
    }

    private RunSource planned(Path plan, String name) throws IOException {
        String identity;
        try (PlanFile.Reader reader = new PlanFile.Reader(plan)) {
            identity = reader.header().sourceSha256();
        }
        Path read = file(identity);
        if (!Files.isRegularFile(read)) {
            throw new BadPlanException("The records of which the plan " + plan
                    + " was made are not kept any more; make another one with 'sync plan'.");
        }
        return new SourceSnapshot(read, name, identity);
    }

    private Path file(String identity) {
        return directory.resolve(SourceSnapshot.fileName(sync.name(), identity));
    }

    private void read(String module, SourceSnapshot.Writer records) {
        source.export(
                module + "?lineItems=" + SourceCrm.hasItems(sync, module)
                        + SourceCrm.where(sync, module)
                                .map(where -> "&where=RAW(" + where + ")")
                                .orElse(""),
                record -> records.add(new SourceSnapshot.Line(
                        module + " " + record.get("id"), SourceCrm.target(sync, module), record)));
    }
}
