package io.github.camelvtiger.routes.sync;

import io.github.camelvtiger.VtigerComponent;
import io.github.camelvtiger.client.ModuleDescription;
import io.github.camelvtiger.routes.Sentence;
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
import io.github.camelvtiger.routes.sync.run.StoreKeeping;
import io.github.camelvtiger.routes.sync.run.SyncFailures;
import io.github.camelvtiger.routes.sync.run.SyncRoutes;
import io.github.camelvtiger.routes.sync.staging.StagingTable;
import io.github.camelvtiger.routes.sync.store.DataSources;
import io.github.camelvtiger.routes.sync.store.SyncStore;
import io.github.camelvtiger.routes.sync.table.TableDatabases;
import io.github.camelvtiger.routes.sync.table.TableTargets;
import io.github.camelvtiger.routes.sync.template.OwnRoutes;
import io.github.camelvtiger.routes.sync.template.SyncRoute;
import io.github.camelvtiger.routes.sync.template.SyncRouteList;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.camel.CamelContext;
import org.apache.camel.FailedToCreateRouteException;
import org.apache.camel.ResolveEndpointFailedException;
import org.apache.camel.Route;
import org.apache.camel.spi.PollingConsumerPollStrategy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Puts the syncs of the sync files into a context: the beans that their routes refer to, then the routes. */
final class SyncInstallation {

    private static final Logger LOG = LoggerFactory.getLogger("sync");

    private final CamelContext context;
    private final SyncSettings settings;
    private final SyncStore store;
    private final boolean watches;
    private final Connections connections;
    private final ExecutorService executor;
    private final DataSources databases;
    private final SyncRoutes runs;
    private final ExportRoutes exports;
    private final FeedStates feeds;
    private final MovesOfAll moves;

    /** @param watches whether syncs begin by themselves: files that are dropped, feeds, crons */
    SyncInstallation(CamelContext context, SyncSettings settings, SyncStore store, boolean watches) {
        this.context = context;
        this.settings = settings;
        this.store = store;
        this.watches = watches;
        this.connections = new Connections(context, settings.connection());
        this.executor = context.getExecutorServiceManager().newThreadPool(RunningSyncs.class, "sync-journal", 2, 4);
        this.databases = new DataSources(settings.sources());
        Duration longestSave = longestSave(context);
        this.feeds = new FeedStates(context, settings.cursors(), store);
        this.runs = new SyncRoutes(
                context,
                this::add,
                store,
                settings.plans(),
                connections::address,
                InstantSource.system(),
                longestSave,
                executor,
                (file, format) -> Rows.open(file, format, settings.quiet()),
                (sync, modules) ->
                        (part, module, columns) -> Mapping.of(sync, module.name(), columns, modules, context),
                ModuleDescription::of,
                table -> new StagingTable(databases, table));
        this.moves = new MovesOfAll(context);
        this.exports = new ExportRoutes(
                context,
                this::add,
                store,
                connections::address,
                InstantSource.system(),
                ModuleDescription::of,
                (sync, modules) -> (module, columns) -> Mapping.of(sync, module, columns, modules, context),
                new TableTargets(
                        new TableDatabases(databases),
                        store,
                        (sync, module) -> settings.cursors()
                                .progress(SyncRouteList.cursorKey(sync, module))
                                .isPresent(),
                        InstantSource.system(),
                        longestSave,
                        context::isStopping),
                feeds::writtenUntil,
                feeds::patience);
    }

    /** How long the CRM may take for a save whose answer did not come: what the component allows for. */
    private static Duration longestSave(CamelContext context) {
        return Duration.ofMillis(context.getComponent("vtiger", VtigerComponent.class)
                .getConfiguration()
                .getVerifyDelay());
    }

    /** Reads the sync files and installs those without faults; each fault is in the log. */
    RunningSyncs install() throws Exception {
        RenamingWork renaming = new RenamingWork(settings, store, new TableDatabases(databases), watches);
        Set<String> held = renaming.finish();
        SyncFiles files = SyncFiles.read(settings.files(), settings.placeholders());
        files.faults().forEach(fault -> LOG.error("{}", fault));
        List<SyncDefinition> sound = files.files().stream()
                .map(SyncFile::definition)
                .filter(sync -> !held.contains(sync.name()) && isBuilt(sync))
                .toList();
        RejectFiles rejects = new RejectFiles(store, sources(sound));
        RemainingRows remaining = new RemainingRows(sources(sound));
        context.getRegistry().bind(SyncRoutes.FAILURES, new SyncFailures());
        context.getRegistry().bind("syncDroppedFiles", new DroppedFiles());
        context.getRegistry().bind("syncSettledFiles", new SettledFiles(settings.quiet(), System::nanoTime));
        context.getRegistry().bind("syncInbox", new InboxSteps(rejects, remaining));
        context.getRegistry().bind(ExportFailures.NAME, new ExportFailures());
        SyncTemplates.load(context);
        Circles circles = new Circles(sound, connections::address);
        List<SyncDefinition> syncs = new ArrayList<>();
        for (SyncDefinition sync : sound) {
            if (installs(sync, circles)) {
                syncs.add(sync);
            }
        }
        if (watches) {
            SyncHealth.register(context, store.runs(), files.names(), syncs, exports::fault);
            keepStore();
            moves.watch();
        }
        return new RunningSyncs(
                context,
                store,
                databases,
                executor,
                syncs,
                rejects,
                remaining,
                runs,
                exports,
                moves,
                new Erasure(store, settings.plans(), sources(sound)),
                renaming,
                feeds);
    }

    private static boolean isBuilt(SyncDefinition sync) {
        Optional<String> missing = NotBuilt.of(sync);
        missing.ifPresent(what -> LOG.error("{}: {} The sync does not run.", sync.file(), what));
        return missing.isEmpty();
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

    /** @return false if the routes that a person owns are not usable */
    private boolean installs(SyncDefinition sync, Circles circles) throws Exception {
        boolean begins = watches && sync.enabled();
        if (watches && sync.after().isPresent()) {
            bindWaiting(sync);
        }
        try {
            addRoutes(sync, begins, circles);
        } catch (FailedToCreateRouteException | ResolveEndpointFailedException e) {
            LOG.error("{}: {} The sync does not run.", sync.name(), Sentence.of(e));
            removeRoutes(sync);
            return false;
        }
        Optional<OwnRoutes> own = OwnRoutes.of(context, sync);
        if (own.isPresent()) {
            try {
                own.get().add(begins);
                LOG.info("{}: Its routes are those of {}.", sync.name(), OwnRoutes.file(sync));
            } catch (IllegalArgumentException e) {
                LOG.error("{}: {} The sync does not run.", sync.name(), e.getMessage());
                return false;
            }
        }
        return true;
    }

    private void addRoutes(SyncDefinition sync, boolean begins, Circles circles) throws Exception {
        if (!(sync.to() instanceof Target.Crm)) {
            exports.add(sync, begins);
            return;
        }
        if (sync.movesAll()) {
            moves.add(sync, named -> addRuns(named, begins, circles));
        } else {
            addRuns(sync, begins, circles);
        }
    }

    private void addRuns(SyncDefinition sync, boolean begins, Circles circles) throws Exception {
        runs.addRun(sync, circles.counterpart(sync));
        if (begins) {
            begin(sync, circles);
        }
    }

    /** Those that were added before one that cannot be. */
    private void removeRoutes(SyncDefinition sync) throws Exception {
        String id = SyncRouteList.runId(sync.name());
        for (Route route : List.copyOf(context.getRoutes())) {
            if (route.getRouteId().equals(id) || route.getRouteId().startsWith(id + "-")) {
                context.getRouteController().stopRoute(route.getRouteId());
                context.removeRoute(route.getRouteId());
            }
        }
    }

    /**
     * Routes that a person owns take the place of those of the templates. Called while the application runs, too, by several threads,
     * which would disturb each other in Camel's model.
     */
    private synchronized void add(SyncDefinition sync, SyncRoute route) {
        if (!OwnRoutes.exist(sync)) {
            route.add(context);
        }
    }

    private void bindWaiting(SyncDefinition sync) {
        Predecessor predecessor = new Predecessor(store.runs(), sync.name(), sync.after());
        PollingConsumerPollStrategy watch =
                context.getRegistry().lookupByNameAndType("crmWatch", PollingConsumerPollStrategy.class);
        context.getRegistry()
                .bind(WaitingPolls.name(sync.name()), new WaitingPolls(sync.name(), watch, predecessor::hindrance));
    }

    private void begin(SyncDefinition sync, Circles circles) throws Exception {
        add(sync, SyncRouteList.rejects(sync));
        if (sync.from() instanceof Source.Files) {
            add(sync, SyncRouteList.inbox(sync));
        } else if (sync.from() instanceof Source.Table) {
            add(sync, SyncRouteList.rows(sync));
        } else if (sync.from() instanceof Source.Uri) {
            runs.messages().add(sync);
        } else if (SourceCrm.of(sync).cron().isPresent()) {
            add(sync, SyncRouteList.cron(sync));
        } else {
            runs.feeds().add(sync, module -> circles.isWrittenBack(sync, module));
        }
    }

    private void keepStore() {
        context.getExecutorServiceManager()
                .newSingleThreadScheduledExecutor(RunningSyncs.class, "sync-keeping")
                .scheduleWithFixedDelay(
                        new StoreKeeping(store, settings.plans(), settings.keep(), InstantSource.system()),
                        1,
                        TimeUnit.DAYS.toMinutes(1),
                        TimeUnit.MINUTES);
    }
}
