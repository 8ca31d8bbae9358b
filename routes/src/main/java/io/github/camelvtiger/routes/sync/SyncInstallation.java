package io.github.camelvtiger.routes.sync;

import io.github.camelvtiger.VtigerComponent;
import io.github.camelvtiger.client.ModuleDescription;
import io.github.camelvtiger.routes.Sentence;
import io.github.camelvtiger.routes.sync.definition.Source;
import io.github.camelvtiger.routes.sync.definition.SyncDefinition;
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
import io.github.camelvtiger.routes.sync.run.InboxSteps;
import io.github.camelvtiger.routes.sync.run.Predecessor;
import io.github.camelvtiger.routes.sync.run.StoreKeeping;
import io.github.camelvtiger.routes.sync.run.SyncFailures;
import io.github.camelvtiger.routes.sync.run.SyncRoutes;
import io.github.camelvtiger.routes.sync.staging.StagingTable;
import io.github.camelvtiger.routes.sync.store.DataSources;
import io.github.camelvtiger.routes.sync.store.StoreException;
import io.github.camelvtiger.routes.sync.store.SyncStore;
import io.github.camelvtiger.routes.sync.table.TableDatabases;
import io.github.camelvtiger.routes.sync.table.TableTargets;
import io.github.camelvtiger.routes.sync.template.OwnRoutes;
import io.github.camelvtiger.routes.sync.template.SyncParts;
import io.github.camelvtiger.routes.sync.template.SyncRoute;
import io.github.camelvtiger.routes.sync.template.SyncRouteList;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.camel.CamelContext;
import org.apache.camel.spi.PollingConsumerPollStrategy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Puts syncs into a context, one by one, and takes them out again: the beans that their routes refer to, and the routes. */
final class SyncInstallation {

    private static final Logger LOG = LoggerFactory.getLogger("sync");

    private final CamelContext context;
    private final SyncSettings settings;
    private final SyncStore store;
    private final boolean watches;
    private final Connections connections;
    private final SyncRoutes runs;
    private final ExportRoutes exports;
    private final MovesOfAll moves;

    /** @param watches whether syncs begin by themselves: files that are dropped, feeds, crons */
    SyncInstallation(
            CamelContext context,
            SyncSettings settings,
            SyncStore store,
            DataSources databases,
            FeedStates feeds,
            ExecutorService executor,
            boolean watches) {
        this.context = context;
        this.settings = settings;
        this.store = store;
        this.watches = watches;
        this.connections = new Connections(context, settings.connection());
        Duration longestSave = longestSave(context);
        this.runs = new SyncRoutes(
                context,
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

    /** What the routes of all syncs refer to. */
    void prepare(InboxSteps inbox) throws Exception {
        context.getRegistry().bind(SyncRoutes.FAILURES, new SyncFailures());
        context.getRegistry().bind("syncDroppedFiles", new DroppedFiles());
        context.getRegistry().bind("syncSettledFiles", new SettledFiles(settings.quiet(), System::nanoTime));
        context.getRegistry().bind("syncInbox", inbox);
        context.getRegistry().bind(ExportFailures.NAME, new ExportFailures());
        SyncTemplates.load(context);
        if (watches) {
            keepStore();
        }
    }

    SyncRoutes runs() {
        return runs;
    }

    ExportRoutes exports() {
        return exports;
    }

    MovesOfAll moves() {
        return moves;
    }

    /** Which syncs write what others read. */
    Circles circles(Collection<SyncDefinition> syncs) {
        return new Circles(syncs, connections::address);
    }

    /**
     * Puts a sync into the context.
     *
     * @param form as {@link SyncForms} says
     * @throws IllegalArgumentException with one sentence if it cannot be; nothing of it is left then
     * @throws StoreException if the store cannot be used, which may pass; nothing of the sync is left then
     */
    InstalledSync install(SyncDefinition sync, Circles circles, String form) {
        SyncParts parts = new SyncParts(context, sync.name(), this::add);
        boolean begins = watches && sync.enabled();
        try {
            if (watches && sync.after().isPresent()) {
                bindWaiting(parts, sync);
            }
            addRoutes(parts, sync, begins, circles);
            Optional<OwnRoutes> own = OwnRoutes.of(context, sync);
            if (own.isPresent()) {
                own.get().add(begins, parts);
                LOG.info("{}: Its routes are those of {}.", sync.name(), OwnRoutes.file(sync));
            }
        } catch (StoreException e) {
            parts.remove();
            throw e;
        } catch (Exception e) {
            parts.remove();
            throw new IllegalArgumentException(Sentence.of(e), e);
        }
        return new InstalledSync(sync, parts, form);
    }

    /** @throws IllegalArgumentException with one sentence if routes that a person owns cannot be understood */
    void requireReadable(SyncDefinition sync) {
        OwnRoutes.of(context, sync).ifPresent(OwnRoutes::requireReadable);
    }

    /** Takes a sync out of the context, with all that it holds. */
    void remove(InstalledSync sync) {
        sync.parts().end();
        moves.remove(sync.name());
        sync.parts().remove();
    }

    private void addRoutes(SyncParts parts, SyncDefinition sync, boolean begins, Circles circles) throws Exception {
        if (!(sync.to() instanceof Target.Crm)) {
            exports.add(parts, sync, begins);
            return;
        }
        if (sync.movesAll()) {
            moves.add(sync, named -> addRuns(parts, named, begins, circles));
            if (watches) {
                moves.watch();
            }
        } else {
            addRuns(parts, sync, begins, circles);
        }
    }

    private void addRuns(SyncParts parts, SyncDefinition sync, boolean begins, Circles circles) throws Exception {
        runs.addRun(parts, sync, circles.counterpart(sync));
        if (begins) {
            begin(parts, sync, circles);
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

    private void bindWaiting(SyncParts parts, SyncDefinition sync) {
        Predecessor predecessor = new Predecessor(store.runs(), sync.name(), sync.after());
        PollingConsumerPollStrategy watch =
                context.getRegistry().lookupByNameAndType("crmWatch", PollingConsumerPollStrategy.class);
        parts.bind(WaitingPolls.name(sync.name()), new WaitingPolls(sync.name(), watch, predecessor::hindrance));
    }

    private void begin(SyncParts parts, SyncDefinition sync, Circles circles) throws Exception {
        parts.add(sync, SyncRouteList.rejects(sync));
        if (sync.from() instanceof Source.Files) {
            parts.add(sync, SyncRouteList.inbox(sync));
        } else if (sync.from() instanceof Source.Table) {
            parts.add(sync, SyncRouteList.rows(sync));
        } else if (sync.from() instanceof Source.Uri) {
            runs.messages().add(parts, sync);
        } else if (SourceCrm.of(sync).cron().isPresent()) {
            parts.add(sync, SyncRouteList.cron(sync));
        } else {
            runs.feeds().add(parts, sync, module -> circles.isWrittenBack(sync, module));
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
