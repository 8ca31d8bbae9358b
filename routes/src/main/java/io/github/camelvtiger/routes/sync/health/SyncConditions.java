package io.github.camelvtiger.routes.sync.health;

import java.util.List;
import java.util.Optional;
import org.apache.camel.CamelContext;
import org.apache.camel.health.HealthCheck;
import org.apache.camel.health.HealthCheckRegistry;

/** What the health checks of the syncs of a context say, for whoever shows, measures or reports it. */
public final class SyncConditions {

    private final CamelContext context;

    public SyncConditions(CamelContext context) {
        this.context = context;
    }

    /**
     * How a sync is.
     *
     * @param trouble what is wrong, a sentence that names the sync; empty if it does its work, or is switched off
     */
    public record Condition(String sync, Optional<String> trouble) {}

    /** Those of all syncs; none in a context without health checks. */
    public List<Condition> all() {
        HealthCheckRegistry registry = HealthCheckRegistry.get(context);
        return registry == null
                ? List.of()
                : registry.stream()
                        .filter(SyncConditions::isOfSync)
                        .map(SyncConditions::condition)
                        .toList();
    }

    /** What is wrong with a sync; empty if nothing is, or there is no such sync. */
    public Optional<String> trouble(String sync) {
        return Optional.ofNullable(HealthCheckRegistry.get(context))
                .flatMap(registry -> registry.getCheck(SyncHealth.ID + sync))
                .flatMap(check -> condition(check).trouble());
    }

    /** Whether a health check is that of a sync. */
    public static boolean isOfSync(HealthCheck check) {
        return SyncHealth.GROUP.equals(check.getGroup());
    }

    private static Condition condition(HealthCheck check) {
        HealthCheck.Result result = check.call();
        return new Condition(
                String.valueOf(result.getDetails().get(SyncHealth.SYNC)),
                result.getState() == HealthCheck.State.DOWN
                        ? Optional.of(result.getMessage().orElse(""))
                        : Optional.empty());
    }
}
