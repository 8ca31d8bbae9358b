package io.github.camelvtiger;

import io.github.camelvtiger.changes.UnusableRows;
import java.util.Optional;
import org.apache.camel.health.HealthCheckRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says how a consumer is: by its health check, and by a line of the log where what it is to read is not there. */
final class ConsumerHealth {

    private static final Logger LOG = LoggerFactory.getLogger(ConsumerHealth.class);

    private final VtigerEndpoint endpoint;
    private final UnusableRows unusable;
    private final ConsumerFigures figures;
    private ConsumerHealthCheck check;

    /** What was last logged as missing in the CRM; null if nothing is missing. */
    private String complaint;

    ConsumerHealth(VtigerEndpoint endpoint, UnusableRows unusable, ConsumerFigures figures) {
        this.endpoint = endpoint;
        this.unusable = unusable;
        this.figures = figures;
    }

    /** The consumer starts, maybe again. */
    void register(String routeId) {
        unregister();
        check = new ConsumerHealthCheck(
                endpoint, routeId, endpoint.getComponent().isHealthCheckConsumerEnabled(), unusable, figures);
        registry().ifPresent(registry -> registry.register(check));
    }

    void unregister() {
        if (check != null) {
            registry().ifPresent(registry -> registry.unregister(check));
        }
    }

    private Optional<HealthCheckRegistry> registry() {
        return Optional.ofNullable(HealthCheckRegistry.get(endpoint.getCamelContext()));
    }

    /** The CRM has answered a poll, which goes on. */
    void reached() {
        check.polled(null);
    }

    /** A poll has come to its end. */
    void polled() {
        if (complaint != null) {
            complaint = null;
            LOG.info("The consumer of {} has found its module.", endpoint);
        }
    }

    void failed(Exception failure) {
        check.polled(failure);
    }

    /**
     * The CRM does not have what the endpoint names. It may appear, for example when an administrator switches a module on; so that is
     * logged once while the polls go on.
     */
    void missed(Exception failure) {
        check.polled(failure);
        if (!failure.getMessage().equals(complaint)) {
            complaint = failure.getMessage();
            LOG.error("The consumer of {} has nothing to read and keeps looking: {}", endpoint, complaint);
        }
    }
}
