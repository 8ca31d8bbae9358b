package io.github.camelvtiger;

import io.github.camelvtiger.simulator.clock.ManualClock;
import org.apache.camel.impl.DefaultCamelContext;

/** The component on the clock of a test: time passes in the application as it does in the CRM. */
public final class ClockedVtiger {

    private ClockedVtiger() {}

    /** A context with such a component. */
    public static DefaultCamelContext context(ManualClock clock) {
        DefaultCamelContext context = new DefaultCamelContext();
        context.addComponent("vtiger", component(clock));
        return context;
    }

    public static VtigerComponent component(ManualClock clock) {
        VtigerComponent component = new VtigerComponent();
        component.useClock(clock::now);
        return component;
    }
}
