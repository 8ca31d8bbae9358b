package io.github.camelvtiger.routes.once;

import java.util.List;
import org.apache.camel.CamelContext;
import org.apache.camel.health.HealthCheck;
import org.apache.camel.health.HealthCheckRegistry;

/** Why feeds bring nothing although the CRM answers, such as a module that the user may not see; their health checks know it. */
public final class FeedComplaints {

    private static final String FEED = "consumer:vtiger-changes";

    private FeedComplaints() {}

    /** A sentence for each feed whose last poll did not find what it is to read. */
    public static List<String> of(CamelContext context) {
        HealthCheckRegistry registry = HealthCheckRegistry.get(context);
        return registry == null
                ? List.of()
                : registry.stream()
                        .filter(check -> check.getId().startsWith(FEED))
                        .map(HealthCheck::call)
                        .filter(result -> result.getState() == HealthCheck.State.DOWN)
                        .flatMap(result -> result.getMessage().stream())
                        .distinct()
                        .sorted()
                        .toList();
    }
}
