package io.github.camelvtiger;

import io.github.camelvtiger.client.AuthenticationException;
import io.github.camelvtiger.client.ServerFailureException;
import io.github.camelvtiger.client.TransportException;
import java.util.Map;
import org.apache.camel.health.HealthCheck;
import org.apache.camel.health.HealthCheckResultBuilder;

/**
 * Whether the CRM answered a producer's last call. It makes no calls of its own: a CRM counts its requests. A record that
 * the CRM refuses says nothing about the CRM.
 */
final class VtigerProducerHealthCheck implements HealthCheck {

    private final String id;
    private final String url;
    private volatile Throwable failure;
    private volatile boolean enabled = true;

    VtigerProducerHealthCheck(VtigerEndpoint endpoint, String routeId) {
        this.id = "producer:vtiger-" + endpoint.getOperation().uriName()
                + (endpoint.getModule() == null ? "" : "-" + endpoint.getModule())
                + (routeId == null ? "" : "-" + routeId);
        this.url = endpoint.getServiceUrl();
    }

    /** @param outcome of a call; null when it went well */
    void observe(Throwable outcome) {
        boolean ofTheServer = outcome instanceof TransportException
                || outcome instanceof AuthenticationException
                || outcome instanceof ServerFailureException;
        failure = ofTheServer ? outcome : null;
    }

    @Override
    public Result call(Map<String, Object> options) {
        Throwable last = failure;
        HealthCheckResultBuilder result =
                HealthCheckResultBuilder.on(this).detail(ENDPOINT_URI, url).detail(CHECK_KIND, Kind.READINESS);
        return last == null
                ? result.up().build()
                : result.down().message(last.getMessage()).error(last).build();
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
