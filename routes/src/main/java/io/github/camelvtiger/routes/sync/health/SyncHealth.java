package io.github.camelvtiger.routes.sync.health;

import io.github.camelvtiger.routes.sync.definition.Source;
import io.github.camelvtiger.routes.sync.definition.SyncDefinition;
import io.github.camelvtiger.routes.sync.run.FeedPause;
import io.github.camelvtiger.routes.sync.store.Run;
import io.github.camelvtiger.routes.sync.store.Runs;
import io.github.camelvtiger.routes.sync.template.SyncRoute;
import io.github.camelvtiger.routes.sync.template.SyncRouteList;
import java.util.Map;
import java.util.Optional;
import org.apache.camel.CamelContext;
import org.apache.camel.ServiceStatus;
import org.apache.camel.health.HealthCheckResultBuilder;
import org.apache.camel.impl.health.AbstractHealthCheck;

/**
 * Whether a sync does its work: it is not ready if it does not run although it is switched on, if its changed file is refused, if its limits hold its feed up or stopped
 * its last run, if an export at the times of its cron failed, or if its target is known to differ from the CRM. That the CRM does not answer its feed, the checks of the component say.
 */
final class SyncHealth extends AbstractHealthCheck {

    /** Not that of a route, by which the registry finds the check of the route. */
    static final String ID = "sync:";

    /** What it says about which sync it is. */
    static final String SYNC = "sync";

    static final String GROUP = "syncs";

    private final CamelContext context;
    private final Runs runs;
    private final String sync;
    private final SyncHealthChecks.Known known;

    SyncHealth(CamelContext context, Runs runs, String sync, SyncHealthChecks.Known known) {
        super(GROUP, ID + sync);
        this.context = context;
        this.runs = runs;
        this.sync = sync;
        this.known = known;
    }

    @Override
    public boolean isLiveness() {
        return false;
    }

    @Override
    protected void doCall(HealthCheckResultBuilder result, Map<String, Object> options) {
        result.detail(SYNC, sync);
        trouble().ifPresentOrElse(sentence -> result.down().message("The sync " + sync + " " + sentence), result::up);
    }

    private Optional<String> trouble() {
        Optional<SyncDefinition> running = known.running(sync);
        if (running.isEmpty()) {
            return Optional.of("does not run; see 'sync check " + sync + "' and the log.");
        }
        Optional<String> refused = known.refused(sync);
        return refused.isPresent() || !running.get().enabled()
                ? refused
                : stopped(running.get()).or(() -> held(running.get())).or(() -> known.differing(sync));
    }

    private Optional<String> stopped(SyncDefinition running) {
        return SyncRouteList.of(running, module -> false).stream()
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
