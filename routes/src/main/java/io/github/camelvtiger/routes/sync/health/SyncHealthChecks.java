package io.github.camelvtiger.routes.sync.health;

import io.github.camelvtiger.routes.sync.definition.SyncDefinition;
import io.github.camelvtiger.routes.sync.store.Runs;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.camel.CamelContext;
import org.apache.camel.health.HealthCheckRegistry;

/** The health checks of syncs, one of each sync file that there is. */
public final class SyncHealthChecks {

    /** What is known of syncs now. */
    public interface Known {

        /** Empty if the sync does not run, since its file has faults. */
        Optional<SyncDefinition> running(String sync);

        /** Why the changed file of a sync is refused, so that it goes on as it was; empty if it is not. */
        Optional<String> refused(String sync);

        /** Why the target of a sync is known to differ from its CRM; empty if it is not. */
        Optional<String> differing(String sync);
    }

    private final CamelContext context;
    private final Runs runs;
    private final Known known;
    private final Map<String, SyncHealth> checks = new HashMap<>();

    public SyncHealthChecks(CamelContext context, Runs runs, Known known) {
        this.context = context;
        this.runs = runs;
        this.known = known;
    }

    /** @param names of all syncs, also of those whose files have faults */
    public synchronized void of(List<String> names) {
        HealthCheckRegistry registry = HealthCheckRegistry.get(context);
        if (registry == null) {
            return;
        }
        new HashSet<>(checks.keySet())
                .stream()
                        .filter(name -> !names.contains(name))
                        .forEach(name -> registry.unregister(checks.remove(name)));
        names.stream().filter(name -> !checks.containsKey(name)).forEach(name -> {
            SyncHealth check = new SyncHealth(context, runs, name, known);
            checks.put(name, check);
            registry.register(check);
        });
    }
}
