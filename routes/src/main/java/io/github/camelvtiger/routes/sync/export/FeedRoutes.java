package io.github.camelvtiger.routes.sync.export;

import io.github.camelvtiger.routes.sync.definition.SyncDefinition;
import io.github.camelvtiger.routes.sync.feed.FeedHours;
import io.github.camelvtiger.routes.sync.feed.FeedPortions;
import io.github.camelvtiger.routes.sync.feed.SourceCrm;
import io.github.camelvtiger.routes.sync.run.Predecessor;
import io.github.camelvtiger.routes.sync.store.SyncStore;
import io.github.camelvtiger.routes.sync.template.FeedRoute;
import io.github.camelvtiger.routes.sync.template.SyncParts;
import io.github.camelvtiger.routes.sync.template.SyncRouteList;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.stream.Stream;

/** Makes the routes of one sync that follows a CRM into files or messages. */
final class FeedRoutes implements AllModules.Routes {

    /** How often modules without a clock are read whole, and new modules are looked for, if the sync file does not say. */
    private static final Duration SWEEP = Duration.ofDays(1);

    private final SyncParts parts;
    private final SyncDefinition sync;
    private final SyncStore store;
    private final ModuleTools tools;
    private final Optional<PortionTarget> target;
    private final SyncVerification.Feeds known;
    private final InstantSource clock;
    private final FeedHours hours;
    private final boolean isNew;
    private final Map<String, ModuleFeed> running = new ConcurrentHashMap<>();
    private final ModuleSteps modules = new ModuleSteps();
    private final ModulePortions portions = new ModulePortions();
    private final ModuleSweeps listeners = new ModuleSweeps();
    private final List<MirroredModule> mirrored = new CopyOnWriteArrayList<>();
    private final List<RelationsSweep> sweeps = new CopyOnWriteArrayList<>();
    private Optional<AllModules> all = Optional.empty();

    /**
     * @param target into which records are written several at a time; empty if one at a time
     * @param known what is known of the feeds
     */
    FeedRoutes(
            SyncParts parts,
            SyncDefinition sync,
            SyncStore store,
            ModuleTools tools,
            Optional<PortionTarget> target,
            SyncVerification.Feeds known,
            InstantSource clock) {
        this.parts = parts;
        this.sync = sync;
        this.store = store;
        this.tools = tools;
        this.target = target;
        this.known = known;
        this.clock = clock;
        this.hours = new FeedHours(sync, store, tools.address(sync), clock);
        this.isNew = store.runs().last(sync.name()).isEmpty();
    }

    void add() throws Exception {
        parts.bind(SyncRouteList.stepsId(sync.name()), modules);
        parts.bind(SyncRouteList.portionsId(sync.name()), portions);
        parts.bind(SyncRouteList.sweepsId(sync.name()), listeners);
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
        return Stream.of(
                        all.stream().flatMap(found -> found.notes().stream()),
                        sweeps.stream().map(RelationsSweep::note).flatMap(Optional::stream),
                        mirrored.stream().flatMap(module -> module.notes().stream()))
                .flatMap(notes -> notes)
                .toList();
    }

    /** Which modules there are the CRM says, and it may be down. */
    private void addAll() {
        AllModules found = new AllModules(
                sync,
                SourceCrm.of(sync).sweepEvery().orElse(SWEEP),
                new Predecessor(store.runs(), sync.name(), sync.after()),
                () -> tools.modules(sync),
                this,
                clock);
        all = Optional.of(found);
        parts.bind(SyncRouteList.modulesId(sync.name()), found);
        parts.add(sync, SyncRouteList.modules(sync));
    }

    @Override
    public void follow(String module) throws Exception {
        ModuleFeed steps = steps(module);
        modules.put(module, steps);
        Optional<RelatedIds> related = tools.related(sync, module);
        if (related.isPresent()) {
            sweepRelations(module, steps, related.get());
        }
        parts.add(sync, FeedRoute.of(sync, module));
    }

    private void sweepRelations(String module, ModuleFeed steps, RelatedIds related) {
        RelationsSweep sweep =
                new RelationsSweep(sync, module, store, tools.questions(sync), related, steps, clock, parts::isEnding);
        if (isNew) {
            sweep.beginWithFeed();
        }
        sweeps.add(sweep);
        modules.put(module, sweep);
        parts.add(sync, SyncRouteList.relations(sync, module));
    }

    @Override
    public void readWhole(String module) throws Exception {
        modules.put(module, new WholeModule(sync, module, store, steps(module), clock, parts::isEnding));
        parts.add(sync, SyncRouteList.wholeModule(sync, module));
    }

    /** What writes the records of a module, if its feed runs. */
    Optional<ModuleFeed> running(String module) {
        return Optional.ofNullable(running.get(module));
    }

    /** Why its target is known to differ from the CRM; empty if it is not. */
    Optional<String> fault() {
        return mirrored.stream()
                .map(MirroredModule::fault)
                .flatMap(Optional::stream)
                .findFirst();
    }

    /**
     * Compares the target with the CRM.
     *
     * @param writing writes records of a module
     * @param follows whether its feeds run
     */
    SyncVerification verification(PortionTarget tables, Function<String, ModuleFeed> writing, boolean follows) {
        return new SyncVerification(sync, tools, tables, known, writing, follows, store, clock);
    }

    /** The same for records that no feed brings; to be stopped. */
    ModuleFeed started(String module) {
        ModuleFeed steps = made(module);
        steps.start();
        return steps;
    }

    private ModuleFeed steps(String module) throws Exception {
        ModuleFeed steps = made(module);
        parts.start(steps);
        running.put(module, steps);
        if (steps instanceof PortionedFeed feed) {
            takePortions(module, feed);
        }
        return steps;
    }

    private void takePortions(String module, PortionedFeed feed) throws Exception {
        FeedPortions<RecordChange> ofModule =
                new FeedPortions<>(module, RecordChange::of, feed, parts.thread(SyncRouteList.moduleId(sync, module)));
        parts.start(ofModule);
        portions.put(module, ofModule);
        MirroredModule mirror = new MirroredModule(
                sync,
                module,
                feed,
                verification(target.orElseThrow(), name -> running(name).orElseThrow(), true),
                clock);
        mirrored.add(mirror);
        modules.put(module, mirror);
        listeners.put(module, mirror);
        parts.add(sync, SyncRouteList.fill(sync, module));
    }

    private ModuleFeed made(String module) {
        if (target.isPresent()) {
            return target.get().feed(sync, module, tools.questions(sync), tools.related(sync, module), hours);
        }
        return new FeedSteps(
                sync,
                module,
                store,
                tools.shapes(sync, module),
                tools.target(sync, module),
                tools.extras(sync, module),
                hours,
                id -> tools.record(sync, module, id));
    }
}
