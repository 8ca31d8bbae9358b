package io.github.camelvtiger.observability;

import org.apache.camel.CamelContext;
import org.apache.camel.spi.ContextServicePlugin;

/** Lets Camel find the metrics by this jar being there. Without Micrometer on the class path there are none. */
public final class ObservabilityPlugin implements ContextServicePlugin {

    private static final String MICROMETER = "io.micrometer.core.instrument.MeterRegistry";

    @Override
    public void load(CamelContext context) {
        if (context.getClassResolver().resolveClass(MICROMETER) != null) {
            MeteredComponents.of(context);
        }
    }
}
