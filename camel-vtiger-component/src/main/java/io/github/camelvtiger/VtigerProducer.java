package io.github.camelvtiger;

import io.github.camelvtiger.async.Futures;
import io.github.camelvtiger.client.AccessDeniedException;
import io.github.camelvtiger.client.FailureContext;
import io.github.camelvtiger.client.InvalidRecordException;
import io.github.camelvtiger.operation.OperationContext;
import io.github.camelvtiger.operation.OperationHandler;
import io.github.camelvtiger.operation.OperationHandlers;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.apache.camel.AsyncCallback;
import org.apache.camel.Exchange;
import org.apache.camel.health.HealthCheckHelper;
import org.apache.camel.health.WritableHealthCheckRepository;
import org.apache.camel.spi.RouteIdAware;
import org.apache.camel.support.DefaultAsyncProducer;
import org.apache.camel.util.ObjectHelper;

/** Finds the operation of an exchange, lets its handler call the CRM, and calls back once on a thread of Camel. */
final class VtigerProducer extends DefaultAsyncProducer implements RouteIdAware {

    private Map<VtigerOperation, OperationHandler> handlers;
    private OperationContext context;
    private VtigerProducerHealthCheck healthCheck;
    private String routeId;

    VtigerProducer(VtigerEndpoint endpoint) {
        super(endpoint);
    }

    @Override
    public boolean process(Exchange exchange, AsyncCallback callback) {
        CompletableFuture<Void> answer;
        try {
            answer = handlers.get(operation(exchange)).handle(exchange);
        } catch (Exception | StackOverflowError e) {
            answer = CompletableFuture.failedFuture(e);
        }
        if (answer.isDone()) {
            answer.whenComplete((nothing, failure) -> settle(exchange, failure));
            callback.done(true);
            return true;
        }
        answer.whenCompleteAsync(
                (nothing, failure) -> {
                    settle(exchange, failure);
                    callback.done(false);
                },
                context.executor());
        return false;
    }

    private void settle(Exchange exchange, Throwable failure) {
        Throwable cause = Futures.cause(failure);
        if (cause instanceof StackOverflowError) {
            cause = new InvalidRecordException(
                    "The body or a header contains itself, or is nested too deeply, so that it cannot be read to its end;"
                            + " give a Map or a List without circles.",
                    FailureContext.of(getEndpoint().getOperation().uriName(), null, null));
        }
        healthCheck.observe(cause);
        if (cause != null) {
            exchange.setException(cause);
        }
    }

    private VtigerOperation operation(Exchange exchange) {
        VtigerOperation own = getEndpoint().getOperation();
        String header = OperationContext.text(exchange.getMessage(), VtigerConstants.OPERATION);
        if (ObjectHelper.isEmpty(header)) {
            return own;
        }
        VtigerOperation chosen = VtigerOperation.find(header.strip())
                .orElseThrow(() -> new InvalidRecordException(
                        "The header " + VtigerConstants.OPERATION + " is refused. "
                                + OperationNames.unknown(header.strip()),
                        FailureContext.of(own.uriName(), null, null)));
        if (chosen != own && !context.allowed().contains(chosen)) {
            throw new AccessDeniedException(
                    "The header " + VtigerConstants.OPERATION + " asks for " + chosen.uriName()
                            + ", which this endpoint does not allow; add it to the option allowedOperations.",
                    FailureContext.of(chosen.uriName(), null, null));
        }
        return chosen;
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        VtigerEndpoint endpoint = getEndpoint();
        boolean own = endpoint.needsConnection();
        context = new OperationContext(
                own ? endpoint.client() : null,
                endpoint.getConfiguration(),
                endpoint.getModule(),
                endpoint.allowedOperations(),
                endpoint.getComponent().upsertKeys(),
                own ? endpoint.getComponent().ownWrites().of(endpoint.crm()) : null,
                false,
                endpoint.getComponent().callbacks(),
                endpoint.getComponent().connections());
        handlers = OperationHandlers.of(endpoint.getOperation(), context);
        healthCheck = new VtigerProducerHealthCheck(endpoint, routeId);
        healthCheck.setEnabled(endpoint.getComponent().isHealthCheckProducerEnabled());
        healthChecks().ifPresent(checks -> checks.addHealthCheck(healthCheck));
    }

    @Override
    protected void doStop() throws Exception {
        if (healthCheck != null) {
            healthChecks().ifPresent(checks -> checks.removeHealthCheck(healthCheck));
        }
        super.doStop();
    }

    private Optional<WritableHealthCheckRepository> healthChecks() {
        return Optional.ofNullable(HealthCheckHelper.getHealthCheckRepository(
                getEndpoint().getCamelContext(), "producers", WritableHealthCheckRepository.class));
    }

    @Override
    public VtigerEndpoint getEndpoint() {
        return (VtigerEndpoint) super.getEndpoint();
    }

    @Override
    public String getRouteId() {
        return routeId;
    }

    @Override
    public void setRouteId(String routeId) {
        this.routeId = routeId;
    }
}
