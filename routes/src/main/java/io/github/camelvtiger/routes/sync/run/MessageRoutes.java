package io.github.camelvtiger.routes.sync.run;

import io.github.camelvtiger.routes.sync.definition.Source;
import io.github.camelvtiger.routes.sync.definition.SyncDefinition;
import io.github.camelvtiger.routes.sync.feed.FeedHours;
import io.github.camelvtiger.routes.sync.message.DeadLetters;
import io.github.camelvtiger.routes.sync.message.MessageReader;
import io.github.camelvtiger.routes.sync.store.Run;
import io.github.camelvtiger.routes.sync.store.SyncStore;
import io.github.camelvtiger.routes.sync.template.SyncParts;
import io.github.camelvtiger.routes.sync.template.SyncRouteList;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.apache.camel.CamelContext;

/** Makes the routes by which messages of endpoints are written into a CRM. */
public final class MessageRoutes {

    private final CamelContext context;
    private final SyncStore store;
    private final InstantSource clock;
    private final Map<String, MessageWriter> writers = new ConcurrentHashMap<>();

    MessageRoutes(CamelContext context, SyncStore store, InstantSource clock) {
        this.context = context;
        this.store = store;
        this.clock = clock;
    }

    /** What writes the messages of a sync. */
    MessageWriter writer(SyncParts parts, RunTools tools, OneAtATime writing, Supplier<Lookups> lookups) {
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
                parts::isEnding);
        writers.put(sync.name(), writer);
        parts.afterwards(() -> writers.remove(sync.name(), writer));
        return writer;
    }

    /** Adds the routes by which a sync takes messages. */
    public void add(SyncParts parts, SyncDefinition sync) throws Exception {
        MessageWriter writer = writers.get(sync.name());
        parts.start(writer);
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
                parts::isEnding,
                parts.thread(id));
        parts.bind(id, steps);
        parts.start(steps);
        if (dead.isPresent()) {
            parts.add(sync, SyncRouteList.dead(sync));
        }
        parts.add(sync, SyncRouteList.messages(sync));
    }
}
