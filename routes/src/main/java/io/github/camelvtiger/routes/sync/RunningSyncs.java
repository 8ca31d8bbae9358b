package io.github.camelvtiger.routes.sync;

import io.github.camelvtiger.routes.Sentence;
import io.github.camelvtiger.routes.sync.command.SyncWork;
import io.github.camelvtiger.routes.sync.definition.SyncDefinition;
import io.github.camelvtiger.routes.sync.definition.Target;
import io.github.camelvtiger.routes.sync.export.ExportRoutes;
import io.github.camelvtiger.routes.sync.run.Erasure;
import io.github.camelvtiger.routes.sync.run.RejectFiles;
import io.github.camelvtiger.routes.sync.run.RemainingRows;
import io.github.camelvtiger.routes.sync.run.RunReport;
import io.github.camelvtiger.routes.sync.run.RunRequest;
import io.github.camelvtiger.routes.sync.run.RunUndo;
import io.github.camelvtiger.routes.sync.run.RunWatcher;
import io.github.camelvtiger.routes.sync.run.SyncRoutes;
import io.github.camelvtiger.routes.sync.store.DataSources;
import io.github.camelvtiger.routes.sync.store.Renames.Rename;
import io.github.camelvtiger.routes.sync.store.RetryPauses;
import io.github.camelvtiger.routes.sync.store.Run;
import io.github.camelvtiger.routes.sync.store.SyncStore;
import io.github.camelvtiger.routes.sync.verify.VerifiedModule;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ExecutorService;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.CamelExecutionException;

/** The syncs of the sync files in a context: their store is open, their routes are there. */
public final class RunningSyncs implements SyncWork {

    private final CamelContext context;
    private final SyncStore store;
    private final DataSources databases;
    private final ExecutorService executor;
    private final List<SyncDefinition> syncs;
    private final RejectFiles rejects;
    private final RemainingRows remaining;
    private final SyncRoutes routes;
    private final ExportRoutes exports;
    private final MovesOfAll moves;
    private final Erasure erasure;
    private final RenamingWork renaming;
    private final FeedStates feeds;

    RunningSyncs(
            CamelContext context,
            SyncStore store,
            DataSources databases,
            ExecutorService executor,
            List<SyncDefinition> syncs,
            RejectFiles rejects,
            RemainingRows remaining,
            SyncRoutes routes,
            ExportRoutes exports,
            MovesOfAll moves,
            Erasure erasure,
            RenamingWork renaming,
            FeedStates feeds) {
        this.context = context;
        this.store = store;
        this.databases = databases;
        this.executor = executor;
        this.syncs = syncs;
        this.rejects = rejects;
        this.remaining = remaining;
        this.routes = routes;
        this.exports = exports;
        this.moves = moves;
        this.erasure = erasure;
        this.renaming = renaming;
        this.feeds = feeds;
    }

    /**
     * Reads the sync files and makes their routes. A file with faults is left out, with each fault in the log.
     *
     * @param watches whether files that are dropped into the directories of the syncs are read by themselves
     * @throws io.github.camelvtiger.routes.sync.store.StoreException if the store cannot be opened
     */
    public static RunningSyncs start(CamelContext context, SyncSettings settings, boolean watches) throws Exception {
        SyncStore store =
                SyncStore.open(settings.store(), InstantSource.system(), new RetryPauses(settings.retryDelay()));
        try {
            return new SyncInstallation(context, settings, store, watches).install();
        } catch (Exception e) {
            store.close();
            throw e;
        }
    }

    @Override
    public List<SyncDefinition> definitions() {
        return syncs;
    }

    /** What a sync of all modules has not read yet since the start, other than what feeds bring; empty if nothing. */
    public Optional<String> unread(String sync) {
        return moves.unread(sync).or(() -> exports.unread(sync));
    }

    @Override
    public List<FeedState> feeds(SyncDefinition sync) {
        return feeds.of(sync);
    }

    @Override
    public List<String> notes(String sync) {
        return Stream.of(
                        exports.notes(sync).stream(),
                        moves.notes(sync).stream(),
                        routes.note(sync).stream(),
                        renaming.note(sync).stream())
                .flatMap(notes -> notes)
                .toList();
    }

    @Override
    public Renamed rename(Rename rename) {
        return renaming.rename(rename);
    }

    @Override
    public SyncStore store() {
        return store;
    }

    @Override
    public Erasure.Report forget(String what, boolean dry) throws IOException {
        return erasure.erase(what, dry);
    }

    @Override
    public RunReport run(String sync, RunRequest request) {
        SyncDefinition definition = definition(sync);
        request.requireFits(definition);
        if (!(definition.to() instanceof Target.Crm) && request.mode().isRetry()) {
            return exports.retry(definition, false, request.watcher());
        }
        begin(sync);
        try {
            RunReport report =
                    context.createProducerTemplate().requestBody(SyncRoutes.endpoint(sync), request, RunReport.class);
            return request.file()
                    .map(file -> rejects.beside(file, remaining.beside(file, report)))
                    .orElse(report);
        } catch (CamelExecutionException e) {
            throw new IllegalStateException(e.getCause().getMessage(), e.getCause());
        }
    }

    /** One whose modules only the CRMs know may not have its routes yet. */
    private void begin(String sync) {
        try {
            moves.begin(sync);
        } catch (Exception e) {
            throw new IllegalStateException("The sync '" + sync + "' cannot begin: " + Sentence.of(e), e);
        }
    }

    @Override
    public void verify(
            String sync, OptionalInt sample, boolean repairs, RunWatcher watcher, Consumer<VerifiedModule> each) {
        exports.verify(definition(sync), sample, repairs, watcher, each);
    }

    @Override
    public Optional<Instant> verifiedUntil(SyncDefinition sync) {
        return exports.verifiedUntil(sync);
    }

    private SyncDefinition definition(String name) {
        require(name);
        return syncs.stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Override
    public RunUndo undo(String run, Optional<String> record) {
        Run found = store.runs()
                .find(run)
                .orElseThrow(() -> new IllegalArgumentException(
                        "There is no run '" + run + "'; 'sync status' names the last one of each sync."));
        if (syncs.stream().anyMatch(sync -> sync.name().equals(found.sync()) && !(sync.to() instanceof Target.Crm))) {
            throw new IllegalArgumentException(
                    "The run '" + run + "' did not write to a CRM; only what was written into one can be undone.");
        }
        return routes.undo(found, record, connectionOf(found));
    }

    /** The named connection of the run's sync, if that is still there. */
    private Optional<String> connectionOf(Run run) {
        return syncs.stream()
                .filter(sync -> sync.name().equals(run.sync()))
                .findFirst()
                .map(SyncDefinition::to)
                .flatMap(to -> to instanceof Target.Crm crm ? crm.connection() : Optional.empty());
    }

    /** After the routes have stopped. */
    @Override
    public void close() {
        context.getExecutorServiceManager().shutdownGraceful(executor);
        databases.close();
        store.close();
    }
}
