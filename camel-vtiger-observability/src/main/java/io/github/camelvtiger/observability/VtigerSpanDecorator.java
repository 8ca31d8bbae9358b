package io.github.camelvtiger.observability;

import io.github.camelvtiger.VtigerComponent;
import io.github.camelvtiger.VtigerConstants;
import io.github.camelvtiger.VtigerEndpoint;
import java.util.Map;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.telemetry.Span;
import org.apache.camel.telemetry.decorators.AbstractSpanDecorator;

/**
 * Names the spans of {@code vtiger:} endpoints by what they do ({@code upsert Leads}), and tags them with the ids and outcomes
 * that the message's headers show; values of records are never in them.
 */
public final class VtigerSpanDecorator extends AbstractSpanDecorator {

    /** The header of each tag, after the call. */
    private static final Map<String, String> TAGS = Map.of(
            "vtiger.record.id", VtigerConstants.RECORD_ID,
            "vtiger.event", VtigerConstants.EVENT,
            "vtiger.outcome", VtigerConstants.OUTCOME,
            "vtiger.count", VtigerConstants.COUNT);

    @Override
    public String getComponent() {
        return "vtiger";
    }

    @Override
    public String getComponentClassName() {
        return VtigerComponent.class.getName();
    }

    @Override
    public String getOperationName(Exchange exchange, Endpoint endpoint) {
        if (!(endpoint instanceof VtigerEndpoint vtiger)) {
            return super.getOperationName(exchange, endpoint);
        }
        String operation = vtiger.getOperation().uriName();
        return vtiger.getModule() == null ? operation : operation + " " + vtiger.getModule();
    }

    @Override
    public void beforeTracingEvent(Span span, Exchange exchange, Endpoint endpoint) {
        super.beforeTracingEvent(span, exchange, endpoint);
        if (endpoint instanceof VtigerEndpoint vtiger) {
            span.setTag("vtiger.operation", vtiger.getOperation().uriName());
            if (vtiger.getModule() != null) {
                span.setTag("vtiger.module", vtiger.getModule());
            }
        }
    }

    @Override
    public void afterTracingEvent(Span span, Exchange exchange) {
        super.afterTracingEvent(span, exchange);
        TAGS.forEach((tag, header) -> {
            String value = exchange.getMessage().getHeader(header, String.class);
            if (value != null) {
                span.setTag(tag, value);
            }
        });
    }
}
