package io.github.camelvtiger;

import io.github.camelvtiger.client.AuthenticationException;
import io.github.camelvtiger.client.ServerFailureException;
import io.github.camelvtiger.client.TransportException;
import org.apache.camel.health.HealthCheckResultBuilder;

/** Whether the CRM answered a producer's last call. A record that the CRM refuses says nothing about the CRM. */
final class VtigerProducerHealthCheck extends CallHealthCheck {

    private volatile Throwable failure;

    VtigerProducerHealthCheck(VtigerEndpoint endpoint, String routeId) {
        super("producer", endpoint, routeId, true);
    }

    /** @param outcome of a call; null when it went well */
    void observe(Throwable outcome) {
        boolean ofTheServer = outcome instanceof TransportException
                || outcome instanceof AuthenticationException
                || outcome instanceof ServerFailureException;
        failure = ofTheServer ? outcome : null;
    }

    @Override
    HealthCheckResultBuilder judge(HealthCheckResultBuilder result) {
        Throwable last = failure;
        return last == null ? result.up() : down(result, last);
    }
}
