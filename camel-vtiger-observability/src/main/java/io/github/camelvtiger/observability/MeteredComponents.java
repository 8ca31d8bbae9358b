package io.github.camelvtiger.observability;

import io.github.camelvtiger.VtigerComponent;
import org.apache.camel.CamelContext;
import org.apache.camel.Component;
import org.apache.camel.support.LifecycleStrategySupport;

/** Measures each component vtiger that a context has or gets. */
final class MeteredComponents extends LifecycleStrategySupport {

    private final ContextMeters meters;

    private MeteredComponents(CamelContext context) {
        this.meters = new ContextMeters(context);
    }

    static void of(CamelContext context) {
        MeteredComponents metered = new MeteredComponents(context);
        context.getComponentNames().forEach(name -> metered.onComponentAdd(name, context.hasComponent(name)));
        context.addLifecycleStrategy(metered);
    }

    @Override
    public void onComponentAdd(String name, Component component) {
        if (component instanceof VtigerComponent vtiger) {
            vtiger.addCallListener(new CallMeters(meters, vtiger));
            vtiger.addConsumerListener(new ConsumerMeters(meters, vtiger)::update);
        }
    }
}
