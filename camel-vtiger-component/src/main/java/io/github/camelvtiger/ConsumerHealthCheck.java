package io.github.camelvtiger;

import java.util.Map;
import org.apache.camel.health.HealthCheck;
import org.apache.camel.health.HealthCheckResultBuilder;

/** Whether a consumer's last poll reached the CRM and its cursor, also where no route stands behind it. */
final class ConsumerHealthCheck implements HealthCheck {

    private final String id;
    private final String url;
    private volatile boolean polled;
    private volatile Throwable failure;
    private volatile boolean enabled;

    ConsumerHealthCheck(VtigerEndpoint endpoint, String routeId, boolean enabled) {
        this.id = "consumer:vtiger-" + endpoint.getOperation().uriName()
                + (endpoint.getModule() == null ? "" : "-" + endpoint.getModule())
                + (routeId == null ? "" : "-" + routeId);
        this.url = endpoint.getServiceUrl();
        this.enabled = enabled;
    }

    /** @param outcome of a poll; null when it went well */
    void polled(Throwable outcome) {
        failure = outcome;
        polled = true;
    }

    @Override
    public Result call(Map<String, Object> options) {
        Throwable last = failure;
        HealthCheckResultBuilder result =
                HealthCheckResultBuilder.on(this).detail(ENDPOINT_URI, url).detail(CHECK_KIND, Kind.READINESS);
        if (last != null) {
            return result.down().message(last.getMessage()).error(last).build();
        }
        return polled
                ? result.up().build()
                : result.down().message("The first poll is not over yet.").build();
    }

    @Override
    public boolean isLiveness() {
        return false;
    }

    @Override
    public boolean isEnabled() {
        return enabled;
    }

    @Override
    public void setEnabled(boolean enabled) {
        this.enabled = enabled;
    }

    @Override
    public String getGroup() {
        return "camel";
    }

    @Override
    public String getId() {
        return id;
    }
}
