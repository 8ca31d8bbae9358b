package io.github.camelvtiger.routes.sync;

import io.github.camelvtiger.routes.sync.store.Runs;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.health.HealthCheckRegistry;

/** The health checks of syncs, one of each sync file that there is. */
final class SyncHealthChecks {

    private final CamelContext context;
    private final Runs runs;
    private final SyncHealth.Known known;
    private final Map<String, SyncHealth> checks = new HashMap<>();

    SyncHealthChecks(CamelContext context, Runs runs, SyncHealth.Known known) {
        this.context = context;
        this.runs = runs;
        this.known = known;
    }

    /** @param names of all syncs, also of those whose files have faults */
    synchronized void of(List<String> names) {
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
