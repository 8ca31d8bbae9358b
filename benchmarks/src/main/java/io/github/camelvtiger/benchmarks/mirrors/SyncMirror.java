package io.github.camelvtiger.benchmarks.mirrors;

import io.github.camelvtiger.VtigerComponent;
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

/** A sync of the application: a full export into a table, typed and in transactions. */
final class SyncMirror implements Mirror {

    private final DefaultCamelContext context = new DefaultCamelContext();
    private final RunningSyncs syncs;

    SyncMirror(VtigerComponent vtiger, StoreAddress database, Path directory) throws Exception {
        Path files = Files.createDirectories(directory.resolve("syncs"));
        Files.writeString(
                files.resolve("mirror.yaml"), "from: { crm: Contacts, cron: 0 0 2 1 1 ? }\nto: { table: warehouse }\n");
        context.addComponent("vtiger", vtiger);
        context.start();
        syncs = RunningSyncs.start(
                context,
                new SyncSettings(
                        files,
                        directory.resolve("plans"),
                        StoreAddress.files(directory.resolve("store")),
                        source -> database,
                        Duration.ZERO,
                        Duration.ofMinutes(1),
                        Duration.ofDays(90),
                        "the CRM",
                        SyncCursors.of(new FileCursorStore(directory.resolve("cursors")), InstantSource.system()),
                        text -> text),
                false);
    }

    @Override
    public void run() {
        RunReport report = syncs.run("mirror", RunRequest.export());
        if (report.outcome() != RunReport.Outcome.DONE || report.counts().rejected() > 0) {
            throw new IllegalStateException(report.toString());
        }
    }

    @Override
    public void close() {
        context.stop();
        syncs.close();
    }
}
