package io.github.camelvtiger.routes.sync.run;

import io.github.camelvtiger.routes.sync.definition.Source;
import io.github.camelvtiger.routes.sync.definition.SyncDefinition;
import io.github.camelvtiger.routes.sync.feed.FeedHours;
import io.github.camelvtiger.routes.sync.message.DeadLetters;
import io.github.camelvtiger.routes.sync.message.MessageReader;
import io.github.camelvtiger.routes.sync.store.Run;
import io.github.camelvtiger.routes.sync.store.SyncStore;
import io.github.camelvtiger.routes.sync.template.SyncRoute;
import io.github.camelvtiger.routes.sync.template.SyncRouteList;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.camel.CamelContext;

/** Makes the routes by which messages of endpoints are written into a CRM. */
public final class MessageRoutes {

    private final CamelContext context;
    private final SyncRoute.Adding routes;
    private final SyncStore store;
    private final InstantSource clock;
    private final Map<String, MessageWriter> writers = new HashMap<>();

    MessageRoutes(CamelContext context, SyncRoute.Adding routes, SyncStore store, InstantSource clock) {
        this.context = context;
        this.routes = routes;
        this.store = store;
        this.clock = clock;
    }

    /** What writes the messages of a sync. */
    MessageWriter writer(RunTools tools, OneAtATime writing, Supplier<Lookups> lookups) {
        SyncDefinition sync = tools.sync();
        String connection = tools.connection().get();
        FeedRuns runs = new FeedRuns(
                FeedHours.ofThisProcess(sync, store, connection, clock), store, sync.name(), clock, what -> store.runs()
                        .begin(
                                sync.name(),
                                Run.Kind.LOAD,
                                sync.from().label() + ", " + what,
                                "",
                                sync.sha256(),
                                connection));
        MessageWriter writer = new MessageWriter(
                tools,
                writing,
                runs,
                new FeedPause(sync.name(), sync.limits(), store),
                lookups,
                new PortionSending(sync.name(), context.createProducerTemplate()),
                context::isStopping);
        writers.put(sync.name(), writer);
        return writer;
    }

    /** Adds the routes by which a sync takes messages. */
    public void add(SyncDefinition sync) throws Exception {
        MessageWriter writer = writers.get(sync.name());
        context.addService(writer);
        Source.Uri from = (Source.Uri) sync.from();
        Optional<DeadLetters> dead = from.deadLetter().map(to -> new DeadLetters(context, sync.name(), to));
        String id = SyncRouteList.messagesId(sync.name());
        MessageSteps steps = new MessageSteps(
                sync.name(),
                new Predecessor(store.runs(), sync.name(), sync.after()),
                new MessageReader(from),
                writer,
                dead,
                clock,
                context.getExecutorServiceManager().newSingleThreadScheduledExecutor(this, id));
        context.getRegistry().bind(id, steps);
        context.addService(steps);
        if (dead.isPresent()) {
            routes.add(sync, SyncRouteList.dead(sync));
        }
        routes.add(sync, SyncRouteList.messages(sync));
    }
}
