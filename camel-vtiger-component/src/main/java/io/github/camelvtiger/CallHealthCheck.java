package io.github.camelvtiger;

import java.util.Map;
import org.apache.camel.health.HealthCheck;
import org.apache.camel.health.HealthCheckResultBuilder;

/** What the last call of the CRM says of an endpoint: whether it is ready, and if not, why. It makes no calls of its own. */
abstract class CallHealthCheck implements HealthCheck {

    private final String id;
    private final String url;
    private volatile boolean enabled;

    /** @param kind of the check: {@code consumer} or {@code producer} */
    CallHealthCheck(String kind, VtigerEndpoint endpoint, String routeId, boolean enabled) {
        this.id = kind + ":vtiger-" + endpoint.getOperation().uriName()
                + (endpoint.getModule() == null ? "" : "-" + endpoint.getModule())
                + (routeId == null ? "" : "-" + routeId);
        this.url = endpoint.getServiceUrl();
        this.enabled = enabled;
    }

    /** Completes a result that knows the endpoint already. */
    abstract HealthCheckResultBuilder judge(HealthCheckResultBuilder result);

    static HealthCheckResultBuilder down(HealthCheckResultBuilder result, Throwable failure) {
        return result.down().message(failure.getMessage()).error(failure);
    }

    @Override
    public final Result call(Map<String, Object> options) {
        return judge(HealthCheckResultBuilder.on(this).detail(ENDPOINT_URI, url).detail(CHECK_KIND, Kind.READINESS))
                .build();
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
