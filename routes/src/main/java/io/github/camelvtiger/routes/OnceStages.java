package io.github.camelvtiger.routes;

import io.github.camelvtiger.routes.demo.DemoActivityRoute;
import io.github.camelvtiger.routes.demo.DemoEdits;
import io.github.camelvtiger.routes.once.CronRun;
import io.github.camelvtiger.routes.once.ExportOnce;
import io.github.camelvtiger.routes.once.FeedWatch;
import io.github.camelvtiger.routes.once.Leftover;
import io.github.camelvtiger.routes.once.QueueMessages;
import io.github.camelvtiger.routes.once.WaitingSyncs;
import io.github.camelvtiger.routes.sync.definition.SyncDefinition;
import io.github.camelvtiger.routes.sync.template.SyncRouteList;
import jakarta.jms.ConnectionFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;

/**
 * What a run with {@code --once} waits for. What writes into the CRM comes first, then exports at the times of a cron, which may wait for
 * that, then the feeds that read from it, then
 * what the feeds have set going.
 *
 * @param export empty if the route is switched off
 * @param syncs those that run
 * @param crons the runs of those with a cron
 * @param modules of syncs of all modules, whose feeds are there when the CRM has said which those are
 * @param waiting those that wait for others, which are done in the stages before or with them
 * @param demo empty when the CRM is a real one
 */
record OnceStages(
        CamelContext context,
        Optional<ExportOnce> export,
        List<SyncDefinition> syncs,
        List<CronRun> crons,
        List<Leftover> modules,
        WaitingSyncs waiting,
        FeedWatch watch,
        Tally tally,
        Optional<DemoEdits> demo) {

    List<Supplier<List<Leftover>>> all() {
        return List.of(this::crm, this::writers, this::exports, this::feeds, this::rest);
    }

    /** Settings that the CRM refuses end the run here, before anything waits for them. */
    private List<Leftover> crm() {
        CrmCheck check = new CrmCheck(context, false);
        return List.of(() -> check.passed() ? Optional.empty() : Optional.of("the CRM, which does not answer"));
    }

    private List<Leftover> writers() {
        List<Leftover> writers = new ArrayList<>();
        export.ifPresent(writers::add);
        writers.addAll(modules);
        for (SyncDefinition sync : syncs) {
            if (sync.after().isEmpty()) {
                SyncWorkLeft.incoming(context, sync).ifPresent(writers::add);
            }
        }
        if (hasTickets()) {
            writers.add(queue("vtiger.tickets.in"));
        }
        writers.add(this::inFlight);
        demo.ifPresent(edits -> writers.add(() -> demoWork(edits)));
        return writers;
    }

    private List<Leftover> exports() {
        return Stream.concat(crons.stream(), waiting.leftovers().stream()).toList();
    }

    /** Those of a sync that waits in vain are not made. */
    private List<Leftover> feeds() {
        List<String> givenUp = syncs.stream()
                .filter(waiting::isGivenUp)
                .map(sync -> SyncRouteList.runId(sync.name()) + "-")
                .toList();
        return SyncWorkLeft.feeds(context, watch, context.getRoutes().stream().filter(route -> givenUp.stream()
                        .noneMatch(route.getRouteId()::startsWith)))
                .<Leftover>map(feed -> feed)
                .toList();
    }

    /** Only the demo has a reader of its own for the tickets that go out. */
    private List<Leftover> rest() {
        return demo.isPresent() && hasTickets()
                ? List.of(queue("vtiger.tickets.out"), this::inFlight)
                : List.of(this::inFlight);
    }

    private boolean hasTickets() {
        return Settings.of(context).isOn("tickets.enabled");
    }

    private Optional<String> inFlight() {
        int exchanges = context.getInflightRepository().size();
        return exchanges == 0 ? Optional.empty() : Optional.of(exchanges + " message(s) that are being worked on");
    }

    private Optional<String> demoWork(DemoEdits edits) {
        boolean done = edits.number() >= DemoActivityRoute.EDITS_ONCE
                && (!hasTickets()
                        || tally.of(Tally.Work.TICKETS_WRITTEN) + tally.of(Tally.Work.TICKETS_DEAD)
                                >= DemoActivityRoute.TICKETS_ONCE);
        return done ? Optional.empty() : Optional.of("edits that the demo is still to make");
    }

    private QueueMessages queue(String name) {
        return new QueueMessages(
                context.getRegistry().lookupByNameAndType("connectionFactory", ConnectionFactory.class), name);
    }
}
