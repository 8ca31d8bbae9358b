package io.github.camelvtiger.routes.sync.run;

import io.github.camelvtiger.routes.sync.definition.SyncDefinition;
import io.github.camelvtiger.routes.sync.feed.FeedHours;
import io.github.camelvtiger.routes.sync.feed.FeedPortions;
import io.github.camelvtiger.routes.sync.feed.OrderedPolls;
import io.github.camelvtiger.routes.sync.feed.SourceCrm;
import io.github.camelvtiger.routes.sync.feed.WaitingPolls;
import io.github.camelvtiger.routes.sync.store.Run;
import io.github.camelvtiger.routes.sync.store.SyncStore;
import io.github.camelvtiger.routes.sync.template.FeedRoute;
import io.github.camelvtiger.routes.sync.template.SyncParts;
import io.github.camelvtiger.routes.sync.template.SyncRouteList;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.apache.camel.CamelContext;
import org.apache.camel.spi.PollingConsumerPollStrategy;

/** Makes the routes by which syncs follow the changes of a CRM into another one. */
public final class FeedRoutes {

    private final CamelContext context;
    private final SyncStore store;
    private final InstantSource clock;
    private final Map<String, FeedWriter> writers = new ConcurrentHashMap<>();

    FeedRoutes(CamelContext context, SyncStore store, InstantSource clock) {
        this.context = context;
        this.store = store;
        this.clock = clock;
    }

    /** What writes the records of all feeds of a sync. */
    FeedWriter writer(SyncParts parts, RunTools tools, OneAtATime writing, Supplier<Lookups> lookups) {
        SyncDefinition sync = tools.sync();
        String modules = String.join(", ", SourceCrm.of(sync).modules());
        String connection = tools.connection().get();
        FeedRuns runs = new FeedRuns(
                new FeedHours(sync, store, connection, clock), store, sync.name(), clock, what -> store.runs()
                        .begin(sync.name(), Run.Kind.LOAD, modules + ", " + what, "", sync.sha256(), connection));
        FeedWriter writer = new FeedWriter(
                tools,
                writing,
                runs,
                new FeedPause(sync.name(), sync.limits(), store),
                lookups,
                new PortionSending(sync.name(), context.createProducerTemplate()),
                parts::isEnding);
        writers.put(sync.name(), writer);
        parts.afterwards(() -> writers.remove(sync.name(), writer));
        return writer;
    }

    /**
     * Adds the routes by which a sync follows the modules of a CRM.
     *
     * @param leavesOut whether what this application itself writes to a module is left out
     */
    public void add(SyncParts parts, SyncDefinition sync, Predicate<String> leavesOut) throws Exception {
        FeedWriter writer = writers.get(sync.name());
        parts.start(writer);
        if (sync.isMigration()) {
            bindTurns(parts, sync, writer);
        }
        for (String module : SourceCrm.of(sync).modules()) {
            String name = SyncRouteList.moduleId(sync, module);
            String target = SourceCrm.target(sync, module);
            FeedPortions<FeedRecord> portions = new FeedPortions<>(
                    module, message -> FeedRecord.of(module, target, message), writer::write, parts.thread(name));
            parts.bind(name, portions);
            parts.start(portions);
            parts.add(sync, FeedRoute.intoCrm(sync, module, leavesOut.test(module)));
        }
    }

    /** A module begins when those are there to which it refers; one that has begun before does not wait. */
    private void bindTurns(SyncParts parts, SyncDefinition sync, FeedWriter writer) {
        Set<String> level = ConcurrentHashMap.newKeySet();
        SourceCrm.of(sync).modules().stream()
                .filter(module -> store.links().hasAny(sync.name(), module))
                .forEach(level::add);
        String watch = sync.after().isPresent() ? WaitingPolls.name(sync.name()) : "crmWatch";
        AtomicReference<List<String>> order = new AtomicReference<>();
        Supplier<List<String>> ordered = () -> order.updateAndGet(known -> known == null ? writer.order() : known);
        for (String module : SourceCrm.of(sync).modules()) {
            parts.bind(
                    SyncRouteList.turnId(sync, module),
                    new OrderedPolls(
                            module,
                            context.getRegistry().lookupByNameAndType(watch, PollingConsumerPollStrategy.class),
                            ordered,
                            level::contains,
                            level::add));
        }
    }
}
