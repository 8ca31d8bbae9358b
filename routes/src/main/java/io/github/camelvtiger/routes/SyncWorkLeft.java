package io.github.camelvtiger.routes;

import io.github.camelvtiger.routes.once.CronRun;
import io.github.camelvtiger.routes.once.FeedIdle;
import io.github.camelvtiger.routes.once.FeedWatch;
import io.github.camelvtiger.routes.once.InboxFiles;
import io.github.camelvtiger.routes.once.Leftover;
import io.github.camelvtiger.routes.once.QueueMessages;
import io.github.camelvtiger.routes.sync.definition.Source;
import io.github.camelvtiger.routes.sync.definition.SyncDefinition;
import io.github.camelvtiger.routes.sync.run.Predecessor;
import io.github.camelvtiger.routes.sync.template.SyncRouteList;
import java.io.File;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.Route;
import org.apache.camel.component.jms.JmsEndpoint;
import org.apache.camel.support.ScheduledPollConsumer;

/** What is left for each sync to do in a run that ends. */
final class SyncWorkLeft {

    private final CamelContext context;
    private final FeedWatch watch;
    private final List<CronRun> crons;
    private final Function<SyncDefinition, Predecessor> predecessors;
    private final Map<String, List<FeedIdle>> feeds = new HashMap<>();

    SyncWorkLeft(
            CamelContext context,
            FeedWatch watch,
            List<CronRun> crons,
            Function<SyncDefinition, Predecessor> predecessors) {
        this.context = context;
        this.watch = watch;
        this.crons = crons;
        this.predecessors = predecessors;
    }

    /** Empty if nothing, or if it is not known, as of endpoints other than queues. */
    Optional<String> of(SyncDefinition sync) {
        if (sync.from() instanceof Source.Files || sync.from() instanceof Source.Uri) {
            return incoming(context, sync).flatMap(Leftover::left);
        }
        Optional<CronRun> run =
                crons.stream().filter(each -> each.sync().equals(sync.name())).findFirst();
        if (run.isPresent()) {
            return run.get().isDone() ? Optional.empty() : Optional.of("the sync " + sync.name());
        }
        return predecessors
                .apply(sync)
                .hindrance()
                .map(why -> "the sync " + sync.name() + " (" + why.replaceAll("\\.$", "") + ")")
                .or(() -> feeds
                        .computeIfAbsent(
                                sync.name(), name -> feeds(context, watch, name).toList())
                        .stream()
                        .map(FeedIdle::left)
                        .flatMap(Optional::stream)
                        .findFirst());
    }

    /** What comes in for a sync: files, or messages of a queue; empty if that is not known of it. */
    static Optional<Leftover> incoming(CamelContext context, SyncDefinition sync) {
        if (sync.from() instanceof Source.Files from) {
            return Optional.of(new InboxFiles(new File(from.path())));
        }
        Route messages = context.getRoute(SyncRouteList.messagesId(sync.name()));
        return messages != null && messages.getEndpoint() instanceof JmsEndpoint queue && !queue.isPubSubDomain()
                ? Optional.of(new QueueMessages(queue.getConnectionFactory(), queue.getDestinationName()))
                : Optional.empty();
    }

    private static Stream<FeedIdle> feeds(CamelContext context, FeedWatch watch, String sync) {
        return feeds(context, watch, context.getRoutes().stream().filter(route -> route.getRouteId()
                .startsWith(SyncRouteList.runId(sync) + "-")));
    }

    /** The change feeds among routes. */
    static Stream<FeedIdle> feeds(CamelContext context, FeedWatch watch, Stream<Route> routes) {
        return routes.filter(route -> route.getEndpoint().getEndpointUri().startsWith(FeedWatch.FEED))
                .filter(route -> route.getConsumer() instanceof ScheduledPollConsumer)
                .map(route -> new FeedIdle(
                        route.getRouteId(), (ScheduledPollConsumer) route.getConsumer(), watch, System::nanoTime));
    }
}
