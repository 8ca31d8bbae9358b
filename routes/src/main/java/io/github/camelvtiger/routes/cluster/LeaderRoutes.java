package io.github.camelvtiger.routes.cluster;

import java.util.regex.Pattern;
import org.apache.camel.model.FromDefinition;
import org.apache.camel.model.ModelLifecycleStrategySupport;
import org.apache.camel.model.RouteDefinition;

/**
 * Puts the consumers of which there must be one among all instances behind the component {@code master}: change feeds
 * and scheduled queries, cron jobs, and directories. Queues share their messages by themselves. All routes have one
 * namespace, so one instance leads in all of them.
 */
public final class LeaderRoutes extends ModelLifecycleStrategySupport {

    private static final String MASTER = "master:vtiger:";
    private static final Pattern ALONE =
            Pattern.compile("(vtiger:(//)?(changes|query)\\b|quartz:|file:).*", Pattern.DOTALL);

    @Override
    public void onAddRouteDefinition(RouteDefinition route) {
        FromDefinition input = route.getInput();
        if (input != null
                && input.getUri() != null
                && ALONE.matcher(input.getUri()).matches()) {
            input.setUri(MASTER + input.getUri());
        }
    }
}
