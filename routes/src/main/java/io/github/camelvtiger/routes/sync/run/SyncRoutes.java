package io.github.camelvtiger.routes.sync.run;

import io.github.camelvtiger.client.ModuleDescription;
import io.github.camelvtiger.routes.sync.definition.Source;
import io.github.camelvtiger.routes.sync.definition.SyncDefinition;
import io.github.camelvtiger.routes.sync.definition.SyncPart;
import io.github.camelvtiger.routes.sync.definition.Target;
import io.github.camelvtiger.routes.sync.store.Run;
import io.github.camelvtiger.routes.sync.store.SyncStore;
import io.github.camelvtiger.routes.sync.undo.VtigerCrm;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.TemplatedRouteBuilder;

/** Makes the routes of syncs of their templates. */
public final class SyncRoutes {

    /** The bean that the templates of error handling refer to. */
    public static final String FAILURES = "syncFailures";

    /** With it the id of each route of a sync begins. */
    public static final String PREFIX = "sync-";

    private final Map<String, OneAtATime> writing = new ConcurrentHashMap<>();
    private final CamelContext context;
    private final SyncStore store;
    private final Path plans;
    private final Supplier<String> connection;
    private final InstantSource clock;
    private final Duration longestSave;
    private final Executor executor;
    private final RunStart.Reading reading;
    private final BiFunction<SyncDefinition, Function<String, Optional<ModuleDescription>>, RunStart.Mapper> mappers;
    private final Function<Map<String, Object>, ModuleDescription> descriptions;

    /**
     * @param plans the directory where plans are kept
     * @param connection url and user of the CRM
     * @param longestSave how long a save may go on whose answer did not come
     * @param executor for the database
     * @param mappers of a sync, with what is known of modules
     * @param descriptions of what describe answers
     */
    public SyncRoutes(
            CamelContext context,
            SyncStore store,
            Path plans,
            Supplier<String> connection,
            InstantSource clock,
            Duration longestSave,
            Executor executor,
            RunStart.Reading reading,
            BiFunction<SyncDefinition, Function<String, Optional<ModuleDescription>>, RunStart.Mapper> mappers,
            Function<Map<String, Object>, ModuleDescription> descriptions) {
        this.context = context;
        this.store = store;
        this.plans = plans;
        this.connection = connection;
        this.clock = clock;
        this.longestSave = longestSave;
        this.executor = executor;
        this.reading = reading;
        this.mappers = mappers;
        this.descriptions = descriptions;
    }

    /** Lets one run, or undo, of a sync write at a time. */
    private OneAtATime writing(String sync) {
        return writing.computeIfAbsent(sync, name -> new OneAtATime());
    }

    /** The endpoint that runs a sync: its body is a {@link RunRequest}, its answer a {@link RunReport}. */
    public static String endpoint(String sync) {
        return "direct:" + PREFIX + sync;
    }

    /** Adds the routes of a sync from files to a CRM. They begin nothing by themselves. */
    public void addRun(SyncDefinition sync) {
        Target.Crm to = (Target.Crm) sync.to();
        Source.Files from = (Source.Files) sync.from();
        String module = to.modules().get(0);
        SyncPart part = sync.part(module);
        TargetModule target = target(to.connection(), module);
        RunTools tools =
                new RunTools(sync, store, target, mappers.apply(sync, target::described), connection, clock, executor);
        RunStart start = new RunStart(tools, from.format(), reading, writing(sync.name()));
        context.getRegistry()
                .bind(
                        "sync-" + sync.name(),
                        new RunSteps(sync, store, start, plans, target::records, target, System::nanoTime));
        TemplatedRouteBuilder.builder(context, "rows-into-crm")
                .routeId("sync-" + sync.name())
                .parameter("sync", sync.name())
                .parameter("module", module)
                .add();
        TemplatedRouteBuilder portion = TemplatedRouteBuilder.builder(context, "portion-into-crm")
                .routeId("sync-" + sync.name() + "-portion")
                .parameter("sync", sync.name())
                .parameter("module", module)
                .parameter("operation", part.match().isEmpty() ? "create" : "upsert");
        Optional.of(part.match())
                .filter(match -> !match.isEmpty())
                .ifPresent(match -> portion.parameter("match", String.join(",", match)));
        to.connection().ifPresent(name -> portion.parameter("connection", name));
        portion.add();
    }

    private TargetModule target(Optional<String> connection, String module) {
        String options = connection.map(name -> "?connection=" + name).orElse("");
        return new TargetModule(
                new CrmQuestions(context.createProducerTemplate(), options, descriptions), module, clock, longestSave);
    }

    /**
     * Takes back what a run wrote.
     *
     * @param record only what was written to this record; empty: everything
     * @param named the connection of its sync; empty for the component's own
     * @throws IllegalArgumentException if the run wrote to another CRM or as another user, or is being removed
     */
    public RunUndo undo(Run run, Optional<String> record, Optional<String> named) {
        return new RunUndo(
                store,
                new VtigerCrm(context.createProducerTemplate(), named),
                new DoubtfulCreates(store.journal(), module -> target(named, module), context::isStopping),
                run,
                record,
                connection.get(),
                writing(run.sync()));
    }

    /** Adds the route by which files that are dropped into the directory of a sync are run. */
    public void addInbox(SyncDefinition sync) throws Exception {
        TemplatedRouteBuilder.builder(context, "files-inbox")
                .routeId("sync-" + sync.name() + "-inbox")
                .parameter("sync", sync.name())
                .parameter("directory", ((Source.Files) sync.from()).path())
                .add();
    }

    /** Adds the route that tries rejects again whose time has come. */
    public void addRetries(String sync) throws Exception {
        TemplatedRouteBuilder.builder(context, "rejects-again")
                .routeId("sync-" + sync + "-rejects")
                .parameter("sync", sync)
                .add();
    }
}
