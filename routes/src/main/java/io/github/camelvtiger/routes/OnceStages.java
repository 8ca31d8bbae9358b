package io.github.camelvtiger.routes;

import io.github.camelvtiger.routes.demo.DemoActivityRoute;
import io.github.camelvtiger.routes.demo.DemoLedger;
import io.github.camelvtiger.routes.once.ExportOnce;
import io.github.camelvtiger.routes.once.FeedIdle;
import io.github.camelvtiger.routes.once.FeedWatch;
import io.github.camelvtiger.routes.once.InboxFiles;
import io.github.camelvtiger.routes.once.Leftover;
import io.github.camelvtiger.routes.once.QueueMessages;
import jakarta.jms.ConnectionFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.camel.CamelContext;
import org.apache.camel.Route;
import org.apache.camel.support.ScheduledPollConsumer;

/**
 * What a run with {@code --once} waits for. What writes into the CRM comes first, then the feeds that read from it, then
 * what the feeds have set going.
 *
 * @param demo null when the CRM is a real one
 */
record OnceStages(CamelContext context, ExportOnce export, FeedWatch watch, Tally tally, DemoLedger demo) {

    List<Supplier<List<Leftover>>> all() {
        return List.of(this::crm, this::writers, this::feeds, this::rest);
    }

    /** Settings that the CRM refuses end the run here, before anything waits for them. */
    private List<Leftover> crm() {
        CrmCheck check = new CrmCheck(context, false);
        return List.of(() -> check.passed() ? Optional.empty() : Optional.of("the CRM, which does not answer"));
    }

    private List<Leftover> writers() {
        List<Leftover> writers = new ArrayList<>(
                List.of(export, new InboxFiles(inbox().toFile()), queue("vtiger.tickets.in"), this::inFlight));
        if (demo != null) {
            writers.add(this::demoWork);
        }
        return writers;
    }

    private List<Leftover> feeds() {
        List<Leftover> feeds = new ArrayList<>();
        for (Route route : context.getRoutes()) {
            if (route.getEndpoint().getEndpointUri().startsWith(FeedWatch.FEED)
                    && route.getConsumer() instanceof ScheduledPollConsumer consumer) {
                feeds.add(new FeedIdle(route.getRouteId(), consumer, watch, System::nanoTime));
            }
        }
        return feeds;
    }

    /** Only the demo has a reader of its own for the tickets that go out. */
    private List<Leftover> rest() {
        return demo == null
                ? List.of(this::inFlight)
                : List.of(queue("vtiger.tickets.out"), this::inFlight, this::undelivered);
    }

    private Optional<String> inFlight() {
        int exchanges = context.getInflightRepository().size();
        return exchanges == 0 ? Optional.empty() : Optional.of(exchanges + " message(s) that are being worked on");
    }

    private Optional<String> demoWork() {
        boolean done = demo.edits() >= DemoActivityRoute.EDITS_ONCE
                && tally.of(Tally.Work.TICKETS_WRITTEN) + tally.of(Tally.Work.TICKETS_DEAD)
                        >= DemoActivityRoute.TICKETS_ONCE;
        return done ? Optional.empty() : Optional.of("edits that the demo is still to make");
    }

    private Optional<String> undelivered() {
        return demo.outstanding() == 0
                ? Optional.empty()
                : Optional.of(demo.outstanding() + " edit(s) of the demo that no feed has brought");
    }

    private QueueMessages queue(String name) {
        return new QueueMessages(
                context.getRegistry().lookupByNameAndType("connectionFactory", ConnectionFactory.class), name);
    }

    private Path inbox() {
        return Path.of(Settings.of(context).require("data.directory", "it says where files are"), "inbox", "leads");
    }
}
