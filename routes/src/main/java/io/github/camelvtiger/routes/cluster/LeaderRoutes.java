package io.github.camelvtiger.routes.cluster;

import io.github.camelvtiger.routes.sync.template.OwnRoutes;
import io.github.camelvtiger.routes.sync.template.SyncRoute;
import java.util.regex.Pattern;
import org.apache.camel.model.FromDefinition;
import org.apache.camel.model.ModelLifecycleStrategySupport;
import org.apache.camel.model.RouteDefinition;

/**
 * Puts the consumers of which there must be one among all instances behind the component {@code master}: change feeds
 * and scheduled queries, cron jobs, and directories. Queues share their messages by themselves. All routes have one
 * namespace, so one instance leads in all of them. The routes of syncs whose store is a file are left as they are: the one
 * instance that has it open runs them, whether or not it leads.
 */
public final class LeaderRoutes extends ModelLifecycleStrategySupport {

    private static final String MASTER = "master:vtiger:";
    private static final Pattern ALONE =
            Pattern.compile("(vtiger:(//)?(changes|query)\\b|quartz:|file:).*", Pattern.DOTALL);

    private final boolean storeIsShared;

    /** @param storeIsShared whether every instance has the store of the syncs open */
    public LeaderRoutes(boolean storeIsShared) {
        this.storeIsShared = storeIsShared;
    }

    @Override
    public void onAddRouteDefinition(RouteDefinition route) {
        FromDefinition input = route.getInput();
        if (input != null && input.getUri() != null && isForOne(route, input.getUri())) {
            input.setUri(MASTER + input.getUri());
        }
    }

    /** A user's timers are the user's; those of syncs try rejects again. */
    private boolean isForOne(RouteDefinition route, String uri) {
        return isOfSync(route)
                ? storeIsShared && (ALONE.matcher(uri).matches() || uri.startsWith("timer:"))
                : ALONE.matcher(uri).matches();
    }

    private static boolean isOfSync(RouteDefinition route) {
        return route.getTemplateParameters() != null && route.getRouteId().startsWith(SyncRoute.PREFIX)
                || route.getRouteProperties() != null
                        && route.getRouteProperties().stream()
                                .anyMatch(property -> property.getKey().equals(OwnRoutes.PROPERTY));
    }
}
