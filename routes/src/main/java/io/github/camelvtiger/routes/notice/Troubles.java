package io.github.camelvtiger.routes.notice;

import io.github.camelvtiger.client.AuthenticationException;
import io.github.camelvtiger.routes.sync.command.SyncWork;
import io.github.camelvtiger.routes.sync.definition.SyncDefinition;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.health.HealthCheck;
import org.apache.camel.health.HealthCheckRegistry;

/** What needs a person now: a sync that does not do its work, a login that is refused, rejects that pile up. */
final class Troubles {

    private static final String SYNCS = "syncs";

    private final CamelContext context;
    private final long rejects;

    /** @param rejects how many of a sync are too many */
    Troubles(CamelContext context, long rejects) {
        this.context = context;
        this.rejects = rejects;
    }

    List<Notice> look(Optional<? extends SyncWork> syncs) {
        return Stream.concat(
                        checks().flatMap(check -> unwell(check).stream()),
                        syncs.stream().flatMap(work -> work.definitions().stream()
                                .map(SyncDefinition::name)
                                .flatMap(name -> piledUp(work, name).stream())))
                .toList();
    }

    private Stream<HealthCheck> checks() {
        HealthCheckRegistry registry = HealthCheckRegistry.get(context);
        return registry == null ? Stream.of() : registry.stream();
    }

    /** An outage of the CRM is not said: it passes, and the metrics show it. */
    private static Optional<Notice> unwell(HealthCheck check) {
        HealthCheck.Result result = check.call();
        if (result.getState() != HealthCheck.State.DOWN) {
            return Optional.empty();
        }
        String message = result.getMessage().orElse("");
        if (SYNCS.equals(check.getGroup())) {
            String sync = String.valueOf(result.getDetails().get("sync"));
            return Optional.of(new Notice("sync:" + sync, "The sync " + sync + " needs a person", message));
        }
        return result.getError()
                .filter(AuthenticationException.class::isInstance)
                .map(refused -> new Notice("login", "The CRM refuses the login", message));
    }

    private Optional<Notice> piledUp(SyncWork work, String sync) {
        long open = work.store().rejects().numberOpen(sync);
        return open <= rejects
                ? Optional.empty()
                : Optional.of(new Notice(
                        "rejects:" + sync,
                        open + " rejects of " + sync + " wait",
                        "Of the sync " + sync + " " + open + " rows, messages or records wait after they were refused;"
                                + " 'sync rejects " + sync + "' shows the reasons."));
    }
}
