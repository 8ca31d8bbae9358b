package io.github.camelvtiger.routes.sync.export;

import io.github.camelvtiger.client.ModuleDescription;
import io.github.camelvtiger.client.VtigerException;
import io.github.camelvtiger.routes.sync.definition.SyncDefinition;
import io.github.camelvtiger.routes.sync.definition.Target;
import io.github.camelvtiger.routes.sync.feed.SourceCrm;
import io.github.camelvtiger.routes.sync.feed.SourceModules;
import io.github.camelvtiger.routes.sync.feed.UnreadRelations;
import io.github.camelvtiger.routes.sync.run.CrmQuestions;
import io.github.camelvtiger.routes.sync.run.OneAtATime;
import io.github.camelvtiger.routes.sync.run.Predecessor;
import io.github.camelvtiger.routes.sync.run.RunReport;
import io.github.camelvtiger.routes.sync.run.RunWatcher;
import io.github.camelvtiger.routes.sync.store.SyncStore;
import io.github.camelvtiger.routes.sync.store.Walks;
import io.github.camelvtiger.routes.sync.template.SyncParts;
import io.github.camelvtiger.routes.sync.template.SyncRouteList;
import io.github.camelvtiger.routes.sync.verify.Patience;
import io.github.camelvtiger.routes.sync.verify.VerifiedModule;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.camel.CamelContext;

/** Makes the routes of syncs from a CRM into files and messages of their templates. */
public final class ExportRoutes {

    private final CamelContext context;
    private final SyncStore store;
    private final InstantSource clock;
    private final ModuleTools tools;
    private final PortionTarget tables;
    private final SyncVerification.Feeds known;
    private final Map<String, FeedRoutes> feeds = new ConcurrentHashMap<>();

    private final Map<String, OneAtATime> writing = new ConcurrentHashMap<>();

    /** A record is tried by one at a time, else it could be a message twice. */
    private final Map<String, Object> retries = new ConcurrentHashMap<>();

    /**
     * @param connections url and user of the CRM of a named connection, or of the application's
     * @param descriptions of what describe answers
     * @param mappings of a sync, with what is known of modules
     * @param tables as a target
     * @param writtenUntil by sync and module, the time of the CRM whose changes the target has; empty if it never had any
     * @param patience how long a difference between a target and its CRM is given to pass
     */
    public ExportRoutes(
            CamelContext context,
            SyncStore store,
            Function<Optional<String>, String> connections,
            InstantSource clock,
            Function<Map<String, Object>, ModuleDescription> descriptions,
            BiFunction<SyncDefinition, Function<String, Optional<ModuleDescription>>, ModuleShapes.Mappings> mappings,
            PortionTarget tables,
            BiFunction<SyncDefinition, String, Optional<Instant>> writtenUntil,
            Supplier<Patience> patience) {
        this.context = context;
        this.store = store;
        this.clock = clock;
        this.tools = new ModuleTools(context, connections, store, clock, descriptions, mappings);
        this.tables = tables;
        this.known = new SyncVerification.Feeds(writtenUntil, patience);
    }

    /**
     * Adds the routes of a sync.
     *
     * @param begins whether a feed follows its changes, and an export its cron, by themselves
     */
    public void add(SyncParts parts, SyncDefinition sync, boolean begins) throws Exception {
        parts.afterwards(() -> tools.forget(sync.name()));
        if (sync.to() instanceof Target.Uri) {
            parts.add(sync, SyncRouteList.send(sync));
        }
        if (SourceCrm.of(sync).cron().isPresent()) {
            addExport(parts, sync, begins);
        } else if (begins) {
            FeedRoutes feed = feed(parts, sync);
            feeds.put(sync.name(), feed);
            parts.afterwards(() -> feeds.remove(sync.name(), feed));
            feed.add();
        }
        if (begins && !(sync.to() instanceof Target.Files)) {
            parts.bind(
                    SyncRouteList.rejectsId(sync.name()),
                    new DueRejects(
                            store.retries(),
                            sync.name(),
                            new Predecessor(store.runs(), sync.name(), sync.after()),
                            () -> retry(parts, sync, true, RunWatcher.NONE)));
            parts.add(sync, SyncRouteList.rejectsOfExport(sync));
        }
    }

    /** What a sync of all modules has not read yet since the start, other than what feeds bring; empty if nothing. */
    public Optional<String> unread(String sync) {
        return feed(sync).flatMap(FeedRoutes::unread);
    }

    /** What a person should know of a sync that runs, a sentence each. */
    public List<String> notes(String sync) {
        return feed(sync).map(FeedRoutes::notes).orElse(List.of());
    }

    /** Why the target of a sync is known to differ from its CRM; empty if it is not. */
    public Optional<String> fault(String sync) {
        return feed(sync).flatMap(FeedRoutes::fault);
    }

    private void addExport(SyncParts parts, SyncDefinition sync, boolean begins) {
        parts.bind(
                SyncRouteList.runId(sync.name()),
                new ExportSteps(
                        parts,
                        sync,
                        store,
                        tools.address(sync),
                        () -> modules(parts, sync),
                        modules -> number(sync, modules),
                        module -> tools.shapes(sync, module),
                        module -> tools.target(sync, module),
                        module -> tools.extras(sync, module),
                        modules -> unread(sync, modules),
                        module -> export(sync, module),
                        writing.computeIfAbsent(sync.name(), name -> new OneAtATime(name, store.leases()))));
        parts.add(sync, SyncRouteList.export(sync));
        if (!SourceCrm.of(sync).isAll()) {
            SourceCrm.of(sync).modules().forEach(module -> parts.add(sync, SyncRouteList.module(sync, module)));
        }
        if (begins) {
            parts.add(sync, SyncRouteList.cron(sync));
        }
    }

    private FeedRoutes feed(SyncParts parts, SyncDefinition sync) {
        return new FeedRoutes(parts, sync, store, tools, portions(sync), known, clock);
    }

    private Optional<FeedRoutes> feed(String sync) {
        return Optional.ofNullable(feeds.get(sync));
    }

    /** Empty if the target takes one record at a time. */
    private Optional<PortionTarget> portions(SyncDefinition sync) {
        return sync.to() instanceof Target.Table ? Optional.of(tables) : Optional.empty();
    }

    private Optional<ModuleExport> export(SyncDefinition sync, String module) {
        return portions(sync)
                .map(target -> target.export(sync, module, tools.questions(sync), tools.related(sync, module)));
    }

    /** Of how many records an export is; empty if the CRM does not count those of a module. */
    private OptionalLong number(SyncDefinition sync, List<String> modules) {
        CrmQuestions crm = tools.questions(sync);
        try {
            return OptionalLong.of(modules.stream()
                    .mapToLong(module -> crm.count(module, SourceCrm.where(sync, module)))
                    .sum());
        } catch (VtigerException uncounted) {
            return OptionalLong.empty();
        }
    }

    /**
     * Tries the records of a sync again that its target did not take.
     *
     * @param due only those whose time has come
     */
    public RunReport retry(SyncParts parts, SyncDefinition sync, boolean due, RunWatcher watcher) {
        synchronized (retries.computeIfAbsent(sync.name(), name -> new Object())) {
            return retried(parts, sync, due, watcher);
        }
    }

    private RunReport retried(SyncParts parts, SyncDefinition sync, boolean due, RunWatcher watcher) {
        FeedRoutes feed = feed(sync.name()).orElseGet(() -> feed(parts, sync));
        Map<String, ModuleFeed> own = new HashMap<>();
        try {
            return new ExportRetry(sync, store, tools.address(sync), module -> feed.running(module)
                            .orElseGet(() -> own.computeIfAbsent(module, any -> feed.started(module))))
                    .run(due, watcher);
        } finally {
            own.values().forEach(ModuleFeed::stop);
        }
    }

    /**
     * Compares what the target of a sync has with its source.
     *
     * @param each gets what came of each module
     * @throws IllegalArgumentException if its target is not one that can be read
     */
    public void verify(
            SyncParts parts,
            SyncDefinition sync,
            OptionalInt sample,
            boolean repairs,
            RunWatcher watcher,
            Consumer<VerifiedModule> each) {
        PortionTarget target = portions(sync)
                .orElseThrow(() -> new IllegalArgumentException("The sync '" + sync.name() + "' writes "
                        + sync.to().label() + ", which is not read back; only tables are compared with their CRM."));
        FeedRoutes feed = feed(sync.name()).orElseGet(() -> feed(parts, sync));
        Map<String, ModuleFeed> own = new HashMap<>();
        SyncVerification verification = feed.verification(
                target,
                module ->
                        feed.running(module).orElseGet(() -> own.computeIfAbsent(module, any -> feed.started(module))),
                feeds.containsKey(sync.name()));
        try {
            for (String module : tools.modules(sync).read()) {
                each.accept(verification.verify(module, sample, repairs, watcher));
            }
        } finally {
            own.values().forEach(ModuleFeed::stop);
            watcher.over();
        }
    }

    /** Until when the target of a sync is proven to have a module as it was in the CRM; empty if it is not. */
    public static Optional<Instant> verifiedUntil(SyncStore store, SyncDefinition sync, String module) {
        return store.walks().find(sync.name(), SyncVerification.walk(module)).flatMap(Walks.Walk::ended);
    }

    /** Until when the target of a sync is proven to be as its CRM was: the earliest of its modules, if all were compared. */
    public Optional<Instant> verifiedUntil(SyncDefinition sync) {
        return store.walks().earliest(sync.name(), SyncVerification.walk(""));
    }

    /** What a run of an export reads; a module that the CRM did not have before gets its route. */
    private SourceModules modules(SyncParts parts, SyncDefinition sync) {
        SourceModules modules = tools.modules(sync);
        modules.read().stream()
                .filter(module -> context.getRoute(SyncRouteList.moduleId(sync, module)) == null)
                .forEach(module -> parts.add(sync, SyncRouteList.module(sync, module)));
        return modules;
    }

    private UnreadRelations unread(SyncDefinition sync, List<String> modules) {
        CrmQuestions crm = tools.questions(sync);
        return UnreadRelations.of(sync, modules, crm::relations, crm::described);
    }
}
