package io.github.camelvtiger.observability;

import io.micrometer.core.instrument.MeterRegistry;
import org.apache.camel.CamelContext;
import org.apache.camel.component.micrometer.MicrometerConstants;
import org.apache.camel.support.CamelContextHelper;

/** The registry that Camel's own metrics of a context use. */
final class ContextMeters {

    private final CamelContext context;
    private volatile MeterRegistry registry;

    ContextMeters(CamelContext context) {
        this.context = context;
    }

    /** Null while there is none. */
    MeterRegistry registry() {
        if (registry == null) {
            MeterRegistry named =
                    CamelContextHelper.lookup(context, MicrometerConstants.METRICS_REGISTRY_NAME, MeterRegistry.class);
            registry = named == null ? context.getRegistry().findSingleByType(MeterRegistry.class) : named;
        }
        return registry;
    }
}
