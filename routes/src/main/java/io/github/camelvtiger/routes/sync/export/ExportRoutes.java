package io.github.camelvtiger.routes.sync.export;

import io.github.camelvtiger.client.ModuleDescription;
import io.github.camelvtiger.routes.settings.DurationText;
import io.github.camelvtiger.routes.sync.definition.Source;
import io.github.camelvtiger.routes.sync.definition.SyncDefinition;
import io.github.camelvtiger.routes.sync.feed.FeedHours;
import io.github.camelvtiger.routes.sync.feed.FeedTemplate;
import io.github.camelvtiger.routes.sync.feed.SourceCrm;
import io.github.camelvtiger.routes.sync.feed.SourceModules;
import io.github.camelvtiger.routes.sync.run.CrmQuestions;
import io.github.camelvtiger.routes.sync.run.Predecessor;
import io.github.camelvtiger.routes.sync.store.SyncStore;
import java.time.Duration;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.TemplatedRouteBuilder;

/** Makes the routes of syncs from a CRM into files of their templates. */
public final class ExportRoutes {

    /** How often those that have no clock are read whole, and new modules are looked for, if the sync file does not say. */
    private static final Duration SWEEP = Duration.ofDays(1);

    private final Map<String, AllModules> allModules = new ConcurrentHashMap<>();
    private final CamelContext context;
    private final SyncStore store;
    private final Function<Optional<String>, String> connections;
    private final InstantSource clock;
    private final Function<Map<String, Object>, ModuleDescription> descriptions;
    private final BiFunction<SyncDefinition, Function<String, Optional<ModuleDescription>>, ModuleShapes.Mappings>
            mappings;

    /**
     * @param connections url and user of the CRM of a named connection, or of the application's
     * @param descriptions of what describe answers
     * @param mappings of a sync, with what is known of modules
     */
    public ExportRoutes(
            CamelContext context,
            SyncStore store,
            Function<Optional<String>, String> connections,
            InstantSource clock,
            Function<Map<String, Object>, ModuleDescription> descriptions,
            BiFunction<SyncDefinition, Function<String, Optional<ModuleDescription>>, ModuleShapes.Mappings> mappings) {
        this.context = context;
        this.store = store;
        this.connections = connections;
        this.clock = clock;
        this.descriptions = descriptions;
        this.mappings = mappings;
    }

    /**
     * Adds the routes of a sync.
     *
     * @param begins whether a feed follows its changes, and an export its cron, by themselves
     */
    public void add(SyncDefinition sync, boolean begins) throws Exception {
        if (SourceCrm.of(sync).cron().isPresent()) {
            addExport(sync, begins);
        } else if (begins) {
            addFeed(sync);
        }
    }

    private void addFeed(SyncDefinition sync) throws Exception {
        FeedHours hours = new FeedHours(sync, store, address(sync), clock);
        if (SourceCrm.of(sync).isAll()) {
            addAll(sync, hours);
            return;
        }
        for (String module : SourceCrm.of(sync).modules()) {
            follow(sync, module, hours);
        }
    }

    private void follow(SyncDefinition sync, String module, FeedHours hours) throws Exception {
        String name = route(sync, module);
        context.getRegistry().bind(name, steps(sync, module, hours));
        FeedTemplate.of(context, "feed-into-files", sync, module, name, "").add();
    }

    private FeedSteps steps(SyncDefinition sync, String module, FeedHours hours) throws Exception {
        FeedSteps steps = new FeedSteps(
                sync,
                module,
                store,
                shapes(sync, module),
                new FeedFiles(sync, module, clock),
                extras(sync, module),
                hours);
        context.addService(steps);
        return steps;
    }

    /** Which modules there are the CRM says, and it may be down. */
    private void addAll(SyncDefinition sync, FeedHours hours) {
        AllModules all = new AllModules(
                sync,
                SourceCrm.of(sync).sweep().map(ExportRoutes::duration).orElse(SWEEP),
                new Predecessor(store.runs(), sync.name(), sync.after()),
                () -> modules(sync),
                new AllModules.Routes() {
                    @Override
                    public void follow(String module) throws Exception {
                        ExportRoutes.this.follow(sync, module, hours);
                    }

                    @Override
                    public void readWhole(String module) throws Exception {
                        ExportRoutes.this.readWhole(sync, module, hours);
                    }
                },
                clock);
        allModules.put(sync.name(), all);
        String name = "sync-" + sync.name() + "-modules";
        context.getRegistry().bind(name, all);
        TemplatedRouteBuilder.builder(context, "modules-of-crm")
                .routeId(name)
                .parameter("sync", sync.name())
                .add();
    }

    private void readWhole(SyncDefinition sync, String module, FeedHours hours) throws Exception {
        String name = route(sync, module);
        context.getRegistry()
                .bind(
                        name,
                        new WholeModule(sync, module, store, steps(sync, module, hours), clock, context::isStopping));
        TemplatedRouteBuilder route = TemplatedRouteBuilder.builder(context, "whole-module-into-files")
                .routeId(name)
                .parameter("sync", sync.name())
                .parameter("module", module);
        parameters(sync, module, route);
        route.add();
    }

    private static Duration duration(String text) {
        return DurationText.parse(text, ChronoUnit.MILLIS).orElseThrow();
    }

    /** Those that the CRM has now, for a sync of all. */
    private SourceModules modules(SyncDefinition sync) {
        Source.Crm from = SourceCrm.of(sync);
        CrmQuestions crm = questions(sync);
        return from.isAll()
                ? SourceModules.all(sync, crm.modules(), crm::described)
                : SourceModules.named(from.modules());
    }

    /** What a person should know of a sync that runs, a sentence each. */
    public List<String> notes(String sync) {
        return Optional.ofNullable(allModules.get(sync)).map(AllModules::notes).orElse(List.of());
    }

    private void addExport(SyncDefinition sync, boolean begins) {
        String name = "sync-" + sync.name();
        context.getRegistry()
                .bind(
                        name,
                        new ExportSteps(
                                sync,
                                store,
                                address(sync),
                                () -> exported(sync),
                                module -> shapes(sync, module),
                                module -> new FeedFiles(sync, module, clock),
                                module -> extras(sync, module)));
        TemplatedRouteBuilder.builder(context, "export-into-files")
                .routeId(name)
                .parameter("sync", sync.name())
                .add();
        if (!SourceCrm.of(sync).isAll()) {
            SourceCrm.of(sync).modules().forEach(module -> addModule(sync, module));
        }
        if (begins) {
            TemplatedRouteBuilder.builder(context, "export-by-cron")
                    .routeId(name + "-cron")
                    .parameter("sync", sync.name())
                    .parameter("cron", SourceCrm.of(sync).cron().orElseThrow())
                    .add();
        }
    }

    private void addModule(SyncDefinition sync, String module) {
        TemplatedRouteBuilder export = TemplatedRouteBuilder.builder(context, "module-into-files")
                .routeId(route(sync, module))
                .parameter("sync", sync.name())
                .parameter("module", module)
                .parameter("lineItems", SourceCrm.hasItems(sync, module));
        parameters(sync, module, export);
        export.add();
    }

    /** What a run of an export reads; a module that the CRM did not have before gets its route. */
    private SourceModules exported(SyncDefinition sync) {
        SourceModules modules = modules(sync);
        modules.read().stream()
                .filter(module -> context.getRoute(route(sync, module)) == null)
                .forEach(module -> addModule(sync, module));
        return modules;
    }

    private String address(SyncDefinition sync) {
        return connections.apply(SourceCrm.of(sync).connection());
    }

    /** The route that reads a module. */
    public static String route(SyncDefinition sync, String module) {
        return "sync-" + sync.name() + "-" + module;
    }

    private static void parameters(SyncDefinition sync, String module, TemplatedRouteBuilder route) {
        Source.Crm from = SourceCrm.of(sync);
        SourceCrm.where(sync, module).ifPresent(where -> route.parameter("where", "RAW(" + where + ")"));
        from.connection().ifPresent(name -> route.parameter("connection", name));
    }

    private RecordExtras extras(SyncDefinition sync, String module) {
        return RecordExtras.of(sync, module, questions(sync), clock);
    }

    private CrmQuestions questions(SyncDefinition sync) {
        return new CrmQuestions(
                context.createProducerTemplate(), SourceCrm.of(sync).connection(), descriptions);
    }

    private ModuleShapes shapes(SyncDefinition sync, String module) {
        CrmQuestions crm = questions(sync);
        return new ModuleShapes(sync, module, crm::describe, (name, columns) -> mappings.apply(
                        sync, wanted -> Optional.of(crm.describe(wanted)))
                .of(name, columns));
    }
}
