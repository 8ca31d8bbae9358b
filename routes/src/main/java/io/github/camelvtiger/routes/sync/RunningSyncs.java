package io.github.camelvtiger.routes.sync;

import io.github.camelvtiger.routes.Sentence;
import io.github.camelvtiger.routes.sync.command.SyncWork;
import io.github.camelvtiger.routes.sync.definition.SyncDefinition;
import io.github.camelvtiger.routes.sync.definition.Target;
import io.github.camelvtiger.routes.sync.health.SyncHealthChecks;
import io.github.camelvtiger.routes.sync.run.Erasure;
import io.github.camelvtiger.routes.sync.run.InboxSteps;
import io.github.camelvtiger.routes.sync.run.RejectFiles;
import io.github.camelvtiger.routes.sync.run.RemainingRows;
import io.github.camelvtiger.routes.sync.run.RunRefusedException;
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
import io.github.camelvtiger.routes.sync.table.TableDatabases;
import io.github.camelvtiger.routes.sync.verify.VerifiedModule;
import java.io.IOException;
import java.time.Duration;
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
    private final InstalledSyncs syncs = new InstalledSyncs();
    private final SyncInstallation installation;
    private final SyncChanges changes;
    private final SyncWatch watch;
    private final FeedStates feeds;
    private final RejectFiles rejects;
    private final RemainingRows remaining;
    private final Erasure erasure;

    private RunningSyncs(CamelContext context, SyncSettings settings, SyncStore store, boolean watches) {
        this.context = context;
        this.store = store;
        this.databases = new DataSources(settings.sources());
        this.executor = context.getExecutorServiceManager().newThreadPool(this, "sync-journal", 2, 4);
        this.feeds = new FeedStates(context, settings.cursors(), store);
        this.installation = new SyncInstallation(context, settings, store, databases, feeds, executor, watches);
        SyncHealthChecks health = new SyncHealthChecks(context, store.runs(), new KnownOfSyncs());
        this.changes = new SyncChanges(
                settings,
                store,
                installation,
                syncs,
                new RenamingWork(settings, store, new TableDatabases(databases), watches),
                watches ? health::of : names -> {});
        this.watch = new SyncWatch(context, settings.files(), changes);
        this.rejects = new RejectFiles(store, syncs::files);
        this.remaining = new RemainingRows(syncs::files);
        this.erasure = new Erasure(store, settings.plans(), syncs::files);
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
            RunningSyncs running = new RunningSyncs(context, settings, store, watches);
            running.installation.prepare(new InboxSteps(running.rejects, running.remaining));
            running.watch.begin();
            return running;
        } catch (Exception e) {
            store.close();
            throw e;
        }
    }

    /**
     * From now on sync files that are changed, new or removed are taken while the others go on.
     *
     * @param every how often it is looked
     */
    public void follow(Duration every) {
        watch.look(every);
    }

    /** How many sync files are not run because of what is wrong with them. */
    public int broken() {
        return (int) changes.names().stream()
                .filter(name -> syncs.find(name).isEmpty())
                .count();
    }

    private final class KnownOfSyncs implements SyncHealthChecks.Known {

        @Override
        public Optional<SyncDefinition> running(String sync) {
            return syncs.definition(sync);
        }

        @Override
        public Optional<String> refused(String sync) {
            return changes.fault(sync);
        }

        @Override
        public Optional<String> differing(String sync) {
            return installation.exports().fault(sync);
        }
    }

    @Override
    public List<SyncDefinition> definitions() {
        return syncs.definitions();
    }

    /** What a sync of all modules has not read yet since the start, other than what feeds bring; empty if nothing. */
    public Optional<String> unread(String sync) {
        return installation.moves().unread(sync).or(() -> installation.exports().unread(sync));
    }

    @Override
    public List<FeedState> feeds(SyncDefinition sync) {
        return feeds.of(sync);
    }

    @Override
    public List<String> notes(String sync) {
        return Stream.of(
                        installation.exports().notes(sync).stream(),
                        installation.moves().notes(sync).stream(),
                        installation.runs().note(sync).stream(),
                        changes.note(sync).stream())
                .flatMap(notes -> notes)
                .toList();
    }

    @Override
    public Renamed rename(Rename rename) {
        try {
            return watch.rename(rename);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(Sentence.of(e), e);
        }
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
        InstalledSync installed = installed(sync);
        SyncDefinition definition = installed.definition();
        request.requireFits(definition);
        Runnable over = use(installed);
        try {
            if (!(definition.to() instanceof Target.Crm) && request.mode().isRetry()) {
                return installation.exports().retry(installed.parts(), definition, false, request.watcher());
            }
            begin(sync);
            RunReport report =
                    context.createProducerTemplate().requestBody(SyncRoutes.endpoint(sync), request, RunReport.class);
            return request.file()
                    .map(file -> rejects.beside(file, remaining.beside(file, report)))
                    .orElse(report);
        } catch (CamelExecutionException e) {
            throw new IllegalStateException(e.getCause().getMessage(), e.getCause());
        } finally {
            over.run();
        }
    }

    private static Runnable use(InstalledSync sync) {
        return sync.parts()
                .use()
                .orElseThrow(() -> new RunRefusedException("The sync '" + sync.name()
                        + "' is being changed, as its file was; give the command again in a few seconds."));
    }

    /** One whose modules only the CRMs know may not have its routes yet. */
    private void begin(String sync) {
        try {
            installation.moves().begin(sync);
        } catch (Exception e) {
            throw new IllegalStateException("The sync '" + sync + "' cannot begin: " + Sentence.of(e), e);
        }
    }

    @Override
    public void verify(
            String sync, OptionalInt sample, boolean repairs, RunWatcher watcher, Consumer<VerifiedModule> each) {
        InstalledSync installed = installed(sync);
        Runnable over = use(installed);
        try {
            installation.exports().verify(installed.parts(), installed.definition(), sample, repairs, watcher, each);
        } finally {
            over.run();
        }
    }

    @Override
    public Optional<Instant> verifiedUntil(SyncDefinition sync) {
        return installation.exports().verifiedUntil(sync);
    }

    private InstalledSync installed(String name) {
        require(name);
        return syncs.find(name)
                .orElseThrow(() -> new IllegalArgumentException("There is no sync '" + name + "' any more."));
    }

    @Override
    public RunUndo undo(String run, Optional<String> record) {
        Run found = store.runs()
                .find(run)
                .orElseThrow(() -> new IllegalArgumentException(
                        "There is no run '" + run + "'; 'sync status' names the last one of each sync."));
        if (syncs.definition(found.sync())
                .filter(sync -> !(sync.to() instanceof Target.Crm))
                .isPresent()) {
            throw new IllegalArgumentException(
                    "The run '" + run + "' did not write to a CRM; only what was written into one can be undone.");
        }
        return installation.runs().undo(found, record, connectionOf(found), () -> syncs.find(found.sync())
                .map(RunningSyncs::use)
                .orElse(() -> {}));
    }

    /** The named connection of the run's sync, if that is still there. */
    private Optional<String> connectionOf(Run run) {
        return syncs.definition(run.sync())
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
