package io.github.camelvtiger.routes.sync;

import io.github.camelvtiger.client.ModuleDescription;
import io.github.camelvtiger.routes.sync.command.SyncWork;
import io.github.camelvtiger.routes.sync.definition.NotBuilt;
import io.github.camelvtiger.routes.sync.definition.Source;
import io.github.camelvtiger.routes.sync.definition.SyncDefinition;
import io.github.camelvtiger.routes.sync.definition.SyncFile;
import io.github.camelvtiger.routes.sync.definition.SyncFiles;
import io.github.camelvtiger.routes.sync.definition.Target;
import io.github.camelvtiger.routes.sync.export.ExportFailures;
import io.github.camelvtiger.routes.sync.export.ExportRoutes;
import io.github.camelvtiger.routes.sync.feed.Circles;
import io.github.camelvtiger.routes.sync.feed.SourceCrm;
import io.github.camelvtiger.routes.sync.feed.WaitingPolls;
import io.github.camelvtiger.routes.sync.inbox.DroppedFiles;
import io.github.camelvtiger.routes.sync.inbox.SettledFiles;
import io.github.camelvtiger.routes.sync.mapping.Mapping;
import io.github.camelvtiger.routes.sync.rows.Rows;
import io.github.camelvtiger.routes.sync.run.Erasure;
import io.github.camelvtiger.routes.sync.run.InboxSteps;
import io.github.camelvtiger.routes.sync.run.Predecessor;
import io.github.camelvtiger.routes.sync.run.RejectFiles;
import io.github.camelvtiger.routes.sync.run.RemainingRows;
import io.github.camelvtiger.routes.sync.run.RunReport;
import io.github.camelvtiger.routes.sync.run.RunRequest;
import io.github.camelvtiger.routes.sync.run.RunUndo;
import io.github.camelvtiger.routes.sync.run.StoreKeeping;
import io.github.camelvtiger.routes.sync.run.SyncFailures;
import io.github.camelvtiger.routes.sync.run.SyncRoutes;
import io.github.camelvtiger.routes.sync.store.RetryPauses;
import io.github.camelvtiger.routes.sync.store.Run;
import io.github.camelvtiger.routes.sync.store.SyncStore;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.camel.CamelContext;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.spi.PollingConsumerPollStrategy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The syncs of the sync files in a context: their store is open, their routes are there. */
public final class RunningSyncs implements SyncWork {

    private static final Logger LOG = LoggerFactory.getLogger("sync");

    /** What the component's verifyDelay is, too. */
    private static final Duration LONGEST_SAVE = Duration.ofSeconds(120);

    private final CamelContext context;
    private final SyncStore store;
    private final ExecutorService executor;
    private final List<SyncDefinition> syncs;
    private final RejectFiles rejects;
    private final SyncRoutes routes;
    private final ExportRoutes exports;
    private final Erasure erasure;

    private RunningSyncs(
            CamelContext context,
            SyncStore store,
            ExecutorService executor,
            List<SyncDefinition> syncs,
            RejectFiles rejects,
            SyncRoutes routes,
            ExportRoutes exports,
            Erasure erasure) {
        this.context = context;
        this.store = store;
        this.executor = executor;
        this.syncs = syncs;
        this.rejects = rejects;
        this.routes = routes;
        this.exports = exports;
        this.erasure = erasure;
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
            return start(context, settings, watches, store);
        } catch (Exception e) {
            store.close();
            throw e;
        }
    }

    private static RunningSyncs start(CamelContext context, SyncSettings settings, boolean watches, SyncStore store)
            throws Exception {
        SyncFiles files = SyncFiles.read(settings.files(), settings.placeholders());
        files.faults().forEach(fault -> LOG.error("{}", fault));
        List<SyncDefinition> syncs = files.files().stream()
                .map(SyncFile::definition)
                .filter(RunningSyncs::isBuilt)
                .toList();
        RejectFiles rejects = new RejectFiles(store, sources(syncs));
        ExecutorService executor =
                context.getExecutorServiceManager().newThreadPool(RunningSyncs.class, "sync-journal", 2, 4);
        context.getRegistry().bind(SyncRoutes.FAILURES, new SyncFailures());
        context.getRegistry().bind("syncDroppedFiles", new DroppedFiles());
        context.getRegistry().bind("syncSettledFiles", new SettledFiles(settings.quiet(), System::nanoTime));
        context.getRegistry().bind("syncInbox", new InboxSteps(rejects, new RemainingRows(sources(syncs))));
        context.getRegistry().bind(ExportFailures.NAME, new ExportFailures());
        SyncTemplates.load(context);
        Connections connections = new Connections(context, settings.connection());
        Circles circles = new Circles(syncs, connections::address);
        SyncRoutes routes = new SyncRoutes(
                context,
                store,
                settings.plans(),
                connections::address,
                InstantSource.system(),
                LONGEST_SAVE,
                executor,
                (file, format) -> Rows.open(file, format, settings.quiet()),
                (sync, modules) ->
                        (part, module, columns) -> Mapping.of(sync, module.name(), columns, modules, context),
                ModuleDescription::of);
        ExportRoutes exports = new ExportRoutes(
                context,
                store,
                connections::address,
                InstantSource.system(),
                ModuleDescription::of,
                (sync, modules) -> (module, columns) -> Mapping.of(sync, module, columns, modules, context));
        for (SyncDefinition sync : syncs) {
            if (watches && sync.after().isPresent()) {
                Predecessor predecessor = new Predecessor(store.runs(), sync.name(), sync.after());
                PollingConsumerPollStrategy watch =
                        context.getRegistry().lookupByNameAndType("crmWatch", PollingConsumerPollStrategy.class);
                context.getRegistry()
                        .bind(
                                WaitingPolls.name(sync.name()),
                                new WaitingPolls(sync.name(), watch, predecessor::hindrance));
            }
            boolean begins = watches && sync.enabled();
            if (sync.to() instanceof Target.Files) {
                exports.add(sync, begins);
                continue;
            }
            routes.addRun(sync);
            if (begins) {
                begin(sync, routes, circles);
            }
        }
        if (watches) {
            context.getExecutorServiceManager()
                    .newSingleThreadScheduledExecutor(RunningSyncs.class, "sync-keeping")
                    .scheduleWithFixedDelay(
                            new StoreKeeping(store, settings.plans(), settings.keep(), InstantSource.system()),
                            1,
                            TimeUnit.DAYS.toMinutes(1),
                            TimeUnit.MINUTES);
        }
        return new RunningSyncs(
                context,
                store,
                executor,
                syncs,
                rejects,
                routes,
                exports,
                new Erasure(store, settings.plans(), sources(syncs)));
    }

    private static void begin(SyncDefinition sync, SyncRoutes routes, Circles circles) throws Exception {
        routes.addRetries(sync.name());
        if (sync.from() instanceof Source.Files) {
            routes.addInbox(sync);
        } else if (SourceCrm.of(sync).cron().isPresent()) {
            routes.addCron(sync);
        } else {
            routes.feeds().add(sync, module -> circles.isWrittenBack(sync, module));
        }
    }

    private static Map<String, Source.Files> sources(List<SyncDefinition> syncs) {
        Map<String, Source.Files> sources = new HashMap<>();
        for (SyncDefinition sync : syncs) {
            if (sync.from() instanceof Source.Files files) {
                sources.put(sync.name(), files);
            }
        }
        return sources;
    }

    private static boolean isBuilt(SyncDefinition sync) {
        Optional<String> missing = NotBuilt.of(sync);
        missing.ifPresent(what -> LOG.error("{}: {} The sync does not run.", sync.file(), what));
        return missing.isEmpty();
    }

    @Override
    public List<SyncDefinition> definitions() {
        return syncs;
    }

    /** What a sync of all modules has not read yet since the start, other than what feeds bring; empty if nothing. */
    public Optional<String> unread(String sync) {
        return exports.unread(sync);
    }

    @Override
    public List<String> notes(String sync) {
        return exports.notes(sync);
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
        request.requireFits(definition(sync));
        try {
            RunReport report =
                    context.createProducerTemplate().requestBody(SyncRoutes.endpoint(sync), request, RunReport.class);
            return request.file()
                    .map(file -> rejects.beside(file, new RemainingRows(sources(syncs)).beside(file, report)))
                    .orElse(report);
        } catch (CamelExecutionException e) {
            throw new IllegalStateException(e.getCause().getMessage(), e.getCause());
        }
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
        if (syncs.stream().anyMatch(sync -> sync.name().equals(found.sync()) && sync.to() instanceof Target.Files)) {
            throw new IllegalArgumentException(
                    "The run '" + run + "' wrote files; only what was written into a CRM can be undone.");
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
        store.close();
    }
}
