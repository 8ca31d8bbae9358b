package io.github.camelvtiger.routes.notice;

import io.github.camelvtiger.client.AuthenticationException;
import io.github.camelvtiger.routes.sync.command.SyncWork;
import io.github.camelvtiger.routes.sync.definition.SyncDefinition;
import io.github.camelvtiger.routes.sync.health.SyncConditions;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.health.HealthCheck;
import org.apache.camel.health.HealthCheckRegistry;

/** What needs a person now: a sync that does not do its work, a login that is refused, rejects that pile up. */
final class Troubles {

    private final CamelContext context;
    private final long rejects;

    /** @param rejects how many of a sync are too many */
    Troubles(CamelContext context, long rejects) {
        this.context = context;
        this.rejects = rejects;
    }

    List<Notice> look(Optional<? extends SyncWork> syncs) {
        return Stream.of(
                        new SyncConditions(context).all().stream().flatMap(each -> unwell(each).stream()),
                        refusedLogins(),
                        syncs.stream().flatMap(work -> work.definitions().stream()
                                .map(SyncDefinition::name)
                                .flatMap(name -> piledUp(work, name).stream())))
                .flatMap(notices -> notices)
                .toList();
    }

    private static Optional<Notice> unwell(SyncConditions.Condition condition) {
        String sync = condition.sync();
        return condition
                .trouble()
                .map(sentence -> new Notice("sync:" + sync, "The sync " + sync + " needs a person", sentence));
    }

    /** Other outages of the CRM are not said: they pass, and the metrics show them. */
    private Stream<Notice> refusedLogins() {
        HealthCheckRegistry registry = HealthCheckRegistry.get(context);
        return registry == null
                ? Stream.of()
                : registry.stream()
                        .filter(check -> !SyncConditions.isOfSync(check))
                        .map(HealthCheck::call)
                        .filter(result -> result.getState() == HealthCheck.State.DOWN
                                && result.getError()
                                        .filter(AuthenticationException.class::isInstance)
                                        .isPresent())
                        .map(result -> new Notice(
                                "login",
                                "The CRM refuses the login",
                                result.getMessage().orElse("")));
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
