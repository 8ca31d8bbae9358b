package io.github.camelvtiger.routes.sync.export;

import io.github.camelvtiger.client.ModuleDescription;
import io.github.camelvtiger.routes.sync.definition.Source;
import io.github.camelvtiger.routes.sync.definition.SyncDefinition;
import io.github.camelvtiger.routes.sync.feed.FeedHours;
import io.github.camelvtiger.routes.sync.feed.FeedTemplate;
import io.github.camelvtiger.routes.sync.feed.SourceCrm;
import io.github.camelvtiger.routes.sync.run.CrmQuestions;
import io.github.camelvtiger.routes.sync.store.SyncStore;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.TemplatedRouteBuilder;

/** Makes the routes of syncs from a CRM into files of their templates. */
public final class ExportRoutes {

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
        for (String module : SourceCrm.of(sync).modules()) {
            FeedSteps steps = new FeedSteps(
                    sync,
                    module,
                    store,
                    shapes(sync, module),
                    new FeedFiles(sync, module, clock),
                    extras(sync, module),
                    hours);
            String name = route(sync, module);
            context.getRegistry().bind(name, steps);
            context.addService(steps);
            FeedTemplate.of(context, "feed-into-files", sync, module, name, "").add();
        }
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
                                module -> shapes(sync, module),
                                module -> new FeedFiles(sync, module, clock),
                                module -> extras(sync, module)));
        TemplatedRouteBuilder.builder(context, "export-into-files")
                .routeId(name)
                .parameter("sync", sync.name())
                .add();
        for (String module : SourceCrm.of(sync).modules()) {
            TemplatedRouteBuilder export = TemplatedRouteBuilder.builder(context, "module-into-files")
                    .routeId(route(sync, module))
                    .parameter("sync", sync.name())
                    .parameter("module", module)
                    .parameter("lineItems", SourceCrm.hasItems(sync, module));
            parameters(sync, module, export);
            export.add();
        }
        if (begins) {
            TemplatedRouteBuilder.builder(context, "export-by-cron")
                    .routeId(name + "-cron")
                    .parameter("sync", sync.name())
                    .parameter("cron", SourceCrm.of(sync).cron().orElseThrow())
                    .add();
        }
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
