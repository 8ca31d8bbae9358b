package io.github.camelvtiger.benchmarks.imports;

import io.github.camelvtiger.benchmarks.Crm;
import io.github.camelvtiger.changes.FileCursorStore;
import io.github.camelvtiger.routes.sync.RunningSyncs;
import io.github.camelvtiger.routes.sync.SyncSettings;
import io.github.camelvtiger.routes.sync.rename.SyncCursors;
import io.github.camelvtiger.routes.sync.run.RunReport;
import io.github.camelvtiger.routes.sync.run.RunRequest;
import io.github.camelvtiger.routes.sync.store.StoreAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import org.apache.camel.impl.DefaultCamelContext;

/** A sync of the application, with its journal on disk. */
final class SyncImport implements Import, AutoCloseable {

    private final DefaultCamelContext context = new DefaultCamelContext();
    private final RunningSyncs syncs;

    SyncImport(Crm crm, Path directory) throws Exception {
        Path files = Files.createDirectories(directory.resolve("syncs"));
        Files.writeString(
                files.resolve("import.yaml"),
                "from: { file: '" + directory.resolve("inbox") + "' }\nto: { crm: Contacts, match: [email] }\n");
        context.addComponent("vtiger", crm.component(1));
        context.start();
        syncs = RunningSyncs.start(
                context,
                new SyncSettings(
                        files,
                        directory.resolve("plans"),
                        StoreAddress.files(directory.resolve("store")),
                        source -> StoreAddress.files(directory.resolve(source), source),
                        Duration.ZERO,
                        Duration.ofMinutes(1),
                        Duration.ofDays(90),
                        crm.toString(),
                        SyncCursors.of(new FileCursorStore(directory.resolve("cursors")), InstantSource.system()),
                        text -> text),
                false);
    }

    @Override
    public long run(Path file) {
        RunReport report = syncs.run("import", RunRequest.run(file));
        if (report.outcome() != RunReport.Outcome.DONE || report.counts().rejected() > 0) {
            throw new IllegalStateException(report.toString());
        }
        return report.counts().changes();
    }

    @Override
    public void close() {
        context.stop();
        syncs.close();
    }
}
