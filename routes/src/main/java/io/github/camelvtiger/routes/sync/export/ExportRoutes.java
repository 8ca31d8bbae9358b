package io.github.camelvtiger.routes.sync.export;

import io.github.camelvtiger.client.ModuleDescription;
import io.github.camelvtiger.routes.sync.definition.SyncDefinition;
import io.github.camelvtiger.routes.sync.feed.SourceCrm;
import io.github.camelvtiger.routes.sync.feed.SourceModules;
import io.github.camelvtiger.routes.sync.feed.UnreadRelations;
import io.github.camelvtiger.routes.sync.run.CrmQuestions;
import io.github.camelvtiger.routes.sync.store.SyncStore;
import java.time.InstantSource;
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

    private final CamelContext context;
    private final SyncStore store;
    private final InstantSource clock;
    private final ModuleTools tools;
    private final Map<String, FeedRoutes> feeds = new ConcurrentHashMap<>();

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
        this.clock = clock;
        this.tools = new ModuleTools(context, connections, clock, descriptions, mappings);
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
            FeedRoutes feed = new FeedRoutes(context, sync, store, tools, clock);
            feeds.put(sync.name(), feed);
            feed.add();
        }
    }

    /** What a sync of all modules has not read yet since the start, other than what feeds bring; empty if nothing. */
    public Optional<String> unread(String sync) {
        return Optional.ofNullable(feeds.get(sync)).flatMap(FeedRoutes::unread);
    }

    /** What a person should know of a sync that runs, a sentence each. */
    public List<String> notes(String sync) {
        return Optional.ofNullable(feeds.get(sync)).map(FeedRoutes::notes).orElse(List.of());
    }

    private void addExport(SyncDefinition sync, boolean begins) {
        String name = "sync-" + sync.name();
        context.getRegistry()
                .bind(
                        name,
                        new ExportSteps(
                                sync,
                                store,
                                tools.address(sync),
                                () -> modules(sync),
                                module -> tools.shapes(sync, module),
                                module -> tools.files(sync, module),
                                module -> tools.extras(sync, module),
                                modules -> unread(sync, modules)));
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
        ModuleTools.parameters(sync, module, export);
        export.add();
    }

    /** What a run of an export reads; a module that the CRM did not have before gets its route. */
    private SourceModules modules(SyncDefinition sync) {
        SourceModules modules = tools.modules(sync);
        modules.read().stream()
                .filter(module -> context.getRoute(route(sync, module)) == null)
                .forEach(module -> addModule(sync, module));
        return modules;
    }

    private UnreadRelations unread(SyncDefinition sync, List<String> modules) {
        CrmQuestions crm = tools.questions(sync);
        return UnreadRelations.of(sync, modules, crm::relations, crm::described);
    }

    /** The route that reads a module. */
    public static String route(SyncDefinition sync, String module) {
        return "sync-" + sync.name() + "-" + module;
    }
}
