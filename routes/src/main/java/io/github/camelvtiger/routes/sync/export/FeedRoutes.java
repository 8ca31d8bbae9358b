package io.github.camelvtiger.routes.sync.export;

import io.github.camelvtiger.routes.sync.definition.SyncDefinition;
import io.github.camelvtiger.routes.sync.feed.FeedHours;
import io.github.camelvtiger.routes.sync.feed.FeedTemplate;
import io.github.camelvtiger.routes.sync.feed.SourceCrm;
import io.github.camelvtiger.routes.sync.run.Predecessor;
import io.github.camelvtiger.routes.sync.store.SyncStore;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.TemplatedRouteBuilder;

/** Makes the routes of one sync that follows a CRM into files. */
final class FeedRoutes implements AllModules.Routes {

    /** How often modules without a clock are read whole, and new modules are looked for, if the sync file does not say. */
    private static final Duration SWEEP = Duration.ofDays(1);

    private final CamelContext context;
    private final SyncDefinition sync;
    private final SyncStore store;
    private final ModuleTools tools;
    private final InstantSource clock;
    private final FeedHours hours;
    private final boolean isNew;
    private final List<RelationsSweep> sweeps = new CopyOnWriteArrayList<>();
    private Optional<AllModules> all = Optional.empty();

    FeedRoutes(CamelContext context, SyncDefinition sync, SyncStore store, ModuleTools tools, InstantSource clock) {
        this.context = context;
        this.sync = sync;
        this.store = store;
        this.tools = tools;
        this.clock = clock;
        this.hours = new FeedHours(sync, store, tools.address(sync), clock);
        this.isNew = store.runs().last(sync.name()).isEmpty();
    }

    void add() throws Exception {
        if (SourceCrm.of(sync).isAll()) {
            addAll();
            return;
        }
        for (String module : SourceCrm.of(sync).modules()) {
            follow(module);
        }
    }

    /** What it has not read yet since the start, other than what feeds bring; empty if nothing. */
    Optional<String> unread() {
        return all.flatMap(AllModules::unread);
    }

    /** What a person should know of it now, a sentence each. */
    List<String> notes() {
        return Stream.concat(
                        all.stream().flatMap(modules -> modules.notes().stream()),
                        sweeps.stream().map(RelationsSweep::note).flatMap(Optional::stream))
                .toList();
    }

    /** Which modules there are the CRM says, and it may be down. */
    private void addAll() {
        AllModules modules = new AllModules(
                sync,
                SourceCrm.of(sync).sweepEvery().orElse(SWEEP),
                new Predecessor(store.runs(), sync.name(), sync.after()),
                () -> tools.modules(sync),
                this,
                clock);
        all = Optional.of(modules);
        String name = "sync-" + sync.name() + "-modules";
        context.getRegistry().bind(name, modules);
        TemplatedRouteBuilder.builder(context, "modules-of-crm")
                .routeId(name)
                .parameter("sync", sync.name())
                .add();
    }

    @Override
    public void follow(String module) throws Exception {
        String name = ExportRoutes.route(sync, module);
        FeedSteps steps = steps(module);
        context.getRegistry().bind(name, steps);
        Optional<RelatedIds> related = tools.related(sync, module);
        if (related.isPresent()) {
            sweepRelations(module, steps, related.get());
        }
        FeedTemplate.of(context, "feed-into-files", sync, module, name, "").add();
    }

    private void sweepRelations(String module, FeedSteps steps, RelatedIds related) {
        RelationsSweep sweep = new RelationsSweep(
                sync, module, store, tools.questions(sync), related, steps, clock, context::isStopping);
        if (isNew) {
            sweep.beginWithFeed();
        }
        sweeps.add(sweep);
        String name = ExportRoutes.route(sync, module) + "-relations";
        context.getRegistry().bind(name, sweep);
        TemplatedRouteBuilder.builder(context, "relations-again")
                .routeId(name)
                .parameter("sync", sync.name())
                .parameter("module", module)
                .add();
    }

    @Override
    public void readWhole(String module) throws Exception {
        String name = ExportRoutes.route(sync, module);
        context.getRegistry()
                .bind(name, new WholeModule(sync, module, store, steps(module), clock, context::isStopping));
        TemplatedRouteBuilder route = TemplatedRouteBuilder.builder(context, "whole-module-into-files")
                .routeId(name)
                .parameter("sync", sync.name())
                .parameter("module", module);
        ModuleTools.parameters(sync, module, route);
        route.add();
    }

    private FeedSteps steps(String module) throws Exception {
        FeedSteps steps = new FeedSteps(
                sync,
                module,
                store,
                tools.shapes(sync, module),
                tools.files(sync, module),
                tools.extras(sync, module),
                hours,
                id -> tools.record(sync, module, id));
        context.addService(steps);
        return steps;
    }
}
