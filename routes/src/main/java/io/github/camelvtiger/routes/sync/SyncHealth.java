package io.github.camelvtiger.routes.sync;

import io.github.camelvtiger.routes.sync.definition.Source;
import io.github.camelvtiger.routes.sync.definition.SyncDefinition;
import io.github.camelvtiger.routes.sync.run.FeedPause;
import io.github.camelvtiger.routes.sync.store.Run;
import io.github.camelvtiger.routes.sync.store.Runs;
import io.github.camelvtiger.routes.sync.template.SyncRoute;
import io.github.camelvtiger.routes.sync.template.SyncRouteList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.apache.camel.CamelContext;
import org.apache.camel.ServiceStatus;
import org.apache.camel.health.HealthCheckRegistry;
import org.apache.camel.health.HealthCheckResultBuilder;
import org.apache.camel.impl.health.AbstractHealthCheck;

/**
 * Whether a sync does its work: it is not ready if it does not run although it is switched on, if its limits hold its feed up or stopped
 * its last run, if an export at the times of its cron failed, or if its target is known to differ from the CRM. That the CRM does not answer its feed, the checks of the component say.
 */
final class SyncHealth extends AbstractHealthCheck {

    /** Not that of a route, by which the registry finds the check of the route. */
    private static final String ID = "sync:";

    private final CamelContext context;
    private final Runs runs;
    private final String sync;
    private final Optional<SyncDefinition> definition;
    private final Function<String, Optional<String>> differing;

    /** @param definition empty if the sync does not run, since its file has faults */
    private SyncHealth(
            CamelContext context,
            Runs runs,
            String sync,
            Optional<SyncDefinition> definition,
            Function<String, Optional<String>> differing) {
        super("syncs", ID + sync);
        this.context = context;
        this.runs = runs;
        this.sync = sync;
        this.definition = definition;
        this.differing = differing;
    }

    /**
     * Registers a check of each sync.
     *
     * @param names of all syncs
     * @param running those that run, or are switched off
     * @param differing why the target of a sync is known to differ from its CRM; empty if it is not
     */
    static void register(
            CamelContext context,
            Runs runs,
            List<String> names,
            List<SyncDefinition> running,
            Function<String, Optional<String>> differing) {
        HealthCheckRegistry registry = HealthCheckRegistry.get(context);
        if (registry != null) {
            names.forEach(name -> registry.register(new SyncHealth(
                    context,
                    runs,
                    name,
                    running.stream().filter(sync -> sync.name().equals(name)).findFirst(),
                    differing)));
        }
    }

    @Override
    public boolean isLiveness() {
        return false;
    }

    @Override
    protected void doCall(HealthCheckResultBuilder result, Map<String, Object> options) {
        result.detail("sync", sync);
        trouble().ifPresentOrElse(sentence -> result.down().message("The sync " + sync + " " + sentence), result::up);
    }

    private Optional<String> trouble() {
        if (definition.isEmpty()) {
            return Optional.of("does not run; see 'sync check " + sync + "' and the log.");
        }
        return definition.get().enabled()
                ? stopped().or(() -> held(definition.get())).or(() -> differing.apply(sync))
                : Optional.empty();
    }

    private Optional<String> stopped() {
        return SyncRouteList.of(definition.get(), module -> false).stream()
                .map(SyncRoute::id)
                .filter(id -> context.getRoute(id) != null
                        && context.getRouteController().getRouteStatus(id) != ServiceStatus.Started)
                .findFirst()
                .map(id -> "does not run: its route " + id + " is stopped.");
    }

    private Optional<String> held(SyncDefinition running) {
        Optional<String> paused =
                runs.last(sync, Run.Kind.FEED).flatMap(FeedPause::of).map(why -> "is " + why);
        if (paused.isPresent()) {
            return paused;
        }
        return runs.last(sync, Run.Kind.RUN)
                .filter(run -> run.state() == Run.State.STOPPED || run.state() == Run.State.FAILED && isByCron(running))
                .map(run -> (run.state() == Run.State.STOPPED ? "was stopped by its limits" : "failed")
                        + " in its last run, " + run.id()
                        + run.message().map(why -> ": " + why).orElse("."));
    }

    private static boolean isByCron(SyncDefinition sync) {
        return sync.from() instanceof Source.Crm from && from.cron().isPresent();
    }
}
