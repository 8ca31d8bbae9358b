package io.github.camelvtiger.routes.sync.run;

import io.github.camelvtiger.client.ModuleDescription;
import io.github.camelvtiger.routes.sync.definition.Source;
import io.github.camelvtiger.routes.sync.definition.SyncDefinition;
import io.github.camelvtiger.routes.sync.definition.Target;
import io.github.camelvtiger.routes.sync.store.Run;
import io.github.camelvtiger.routes.sync.store.SyncStore;
import io.github.camelvtiger.routes.sync.template.SyncParts;
import io.github.camelvtiger.routes.sync.template.SyncRouteList;
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

/** Makes the routes of syncs of their templates. */
public final class SyncRoutes {

    /** The bean that the templates of error handling refer to. */
    public static final String FAILURES = "syncFailures";

    private final Map<String, OneAtATime> writing = new ConcurrentHashMap<>();
    private final CamelContext context;
    private final SyncStore store;
    private final Path plans;
    private final Function<Optional<String>, String> connections;
    private final InstantSource clock;
    private final Duration longestSave;
    private final Executor executor;
    private final RunStart.Reading reading;
    private final BiFunction<SyncDefinition, Function<String, Optional<ModuleDescription>>, RunStart.Mapper> mappers;
    private final Function<Map<String, Object>, ModuleDescription> descriptions;
    private final Function<Source.Table, StagedRows> tables;
    private final FeedRoutes feeds;
    private final MessageRoutes messages;

    /**
     * @param plans the directory where plans are kept
     * @param connections url and user of the CRM of a named connection, or of the application's
     * @param longestSave how long a save may go on whose answer did not come
     * @param executor for the database
     * @param mappers of a sync, with what is known of modules
     * @param descriptions of what describe answers
     * @param tables whose rows are read
     */
    public SyncRoutes(
            CamelContext context,
            SyncStore store,
            Path plans,
            Function<Optional<String>, String> connections,
            InstantSource clock,
            Duration longestSave,
            Executor executor,
            RunStart.Reading reading,
            BiFunction<SyncDefinition, Function<String, Optional<ModuleDescription>>, RunStart.Mapper> mappers,
            Function<Map<String, Object>, ModuleDescription> descriptions,
            Function<Source.Table, StagedRows> tables) {
        this.context = context;
        this.store = store;
        this.plans = plans;
        this.connections = connections;
        this.clock = clock;
        this.longestSave = longestSave;
        this.executor = executor;
        this.reading = reading;
        this.mappers = mappers;
        this.descriptions = descriptions;
        this.tables = tables;
        this.feeds = new FeedRoutes(context, store, clock);
        this.messages = new MessageRoutes(context, store, clock);
    }

    /** Lets one run, or undo, of a sync write at a time. */
    private OneAtATime writing(String sync) {
        return writing.computeIfAbsent(sync, name -> new OneAtATime(name, store.leases()));
    }

    /** The endpoint that runs a sync: its body is a {@link RunRequest}, its answer a {@link RunReport}. */
    public static String endpoint(String sync) {
        return "direct:" + SyncRouteList.runId(sync);
    }

    /** The endpoint that writes a portion into a module. */
    static String portions(String sync, String module) {
        return "direct:" + SyncRouteList.portionId(sync, module);
    }

    /** Adds the routes of a sync to a CRM. They begin nothing by themselves. */
    public void addRun(SyncParts parts, SyncDefinition sync) {
        addRun(parts, sync, Optional.empty());
    }

    /**
     * The same.
     *
     * @param counterpart the sync that moves records the other way
     */
    public void addRun(SyncParts parts, SyncDefinition sync, Optional<String> counterpart) {
        Target.Crm to = (Target.Crm) sync.to();
        Targets targets = Targets.of(to.modules().stream()
                .map(module -> target(to.connection(), module))
                .toList());
        Optional<CrmQuestions> source = sync.from() instanceof Source.Crm from
                ? Optional.of(new CrmQuestions(context.createProducerTemplate(), from.connection(), descriptions))
                : Optional.empty();
        Optional<Migration> migration = source.filter(any -> sync.isMigration())
                .map(from -> new Migration(
                        sync,
                        counterpart,
                        store,
                        from,
                        new CrmQuestions(context.createProducerTemplate(), to.connection(), descriptions),
                        targets));
        Optional<StagedRows> staged =
                sync.from() instanceof Source.Table from ? Optional.of(tables.apply(from)) : Optional.empty();
        RunTools tools = new RunTools(
                sync,
                store,
                targets,
                source.map(questions -> new SourceColumns(sync, questions)),
                migration,
                mappers.apply(sync, targets::described),
                () -> connections.apply(to.connection()),
                clock,
                executor,
                staged.map(RowOutcomes.class::cast).orElse(RowOutcomes.NONE));
        Supplier<Lookups> lookups = () -> migration
                .<Lookups>map(Migration::portions)
                .orElseGet(() -> new KeyLookups(
                        source.filter(any -> sync.isBetweenCrms()).map(SourceRecords::new),
                        new References(targets.first()),
                        new RecordsToDelete(targets.first())));
        OneAtATime writing = writing(sync.name());
        RunStart start = new RunStart(
                tools, opening(parts, tools, source, staged), writing, approval(parts, tools, writing, lookups));
        parts.bind(
                SyncRouteList.runId(sync.name()),
                new RunSteps(parts, sync, store, start, plans, targets::records, lookups, System::nanoTime));
        parts.add(sync, SyncRouteList.run(sync));
        to.modules().forEach(module -> parts.add(sync, SyncRouteList.portion(sync, module)));
    }

    /** Of a sync that writes what comes by itself. */
    private Optional<Supplier<Run>> approval(
            SyncParts parts, RunTools tools, OneAtATime writing, Supplier<Lookups> lookups) {
        SyncDefinition sync = tools.sync();
        if (sync.from() instanceof Source.Uri) {
            return Optional.of(messages.writer(parts, tools, writing, lookups)::approve);
        }
        return sync.from() instanceof Source.Crm from && from.cron().isEmpty()
                ? Optional.of(feeds.writer(parts, tools, writing, lookups)::approve)
                : Optional.empty();
    }

    private RunStart.Opening opening(
            SyncParts parts, RunTools tools, Optional<CrmQuestions> source, Optional<StagedRows> staged) {
        SyncDefinition sync = tools.sync();
        if (staged.isPresent()) {
            StagedReading reading =
                    new StagedReading(sync, tools.targets().first().name(), staged.get(), plans, store.rejects());
            parts.bind(
                    SyncRouteList.rowsId(sync.name()),
                    new StagedPoll(sync.name(), reading, tools.predecessor(), clock));
            return reading;
        }
        if (sync.from() instanceof Source.Uri) {
            return request -> {
                throw new IllegalStateException("The sync " + sync.name()
                        + " takes messages by itself while the application runs; send them to its endpoint.");
            };
        }
        return sync.from() instanceof Source.Files from
                ? request -> Optional.of(FileSource.of(
                        request.file().orElseThrow(), from.format(), ((Target.Crm) sync.to()).modules(), reading))
                : new SourceReading(sync, source.orElseThrow(), plans);
    }

    /** What a person should know of a sync that reads a table. */
    public Optional<String> note(String sync) {
        return Optional.ofNullable(
                        context.getRegistry().lookupByNameAndType(SyncRouteList.rowsId(sync), StagedPoll.class))
                .flatMap(StagedPoll::note);
    }

    /** Those by which syncs follow changes; a sync is added by {@link #addRun} before. */
    public FeedRoutes feeds() {
        return feeds;
    }

    /** Those by which syncs take messages; a sync is added by {@link #addRun} before. */
    public MessageRoutes messages() {
        return messages;
    }

    private TargetModule target(Optional<String> connection, String module) {
        return new TargetModule(
                new CrmQuestions(context.createProducerTemplate(), connection, descriptions),
                module,
                clock,
                longestSave);
    }

    /**
     * Takes back what a run wrote.
     *
     * @param record only what was written to this record; empty: everything
     * @param named the connection of its sync; empty for the component's own
     * @param use keeps the sync from being renamed or removed until what it gives is run
     * @throws IllegalArgumentException if the run wrote to another CRM or as another user, or is being removed
     */
    public RunUndo undo(Run run, Optional<String> record, Optional<String> named, Supplier<Runnable> use) {
        return new RunUndo(
                store,
                new VtigerCrm(context.createProducerTemplate(), named),
                new DoubtfulCreates(store.journal(), module -> target(named, module), context::isStopping),
                run,
                record,
                connections.apply(named),
                writing(run.sync()),
                use);
    }
}
