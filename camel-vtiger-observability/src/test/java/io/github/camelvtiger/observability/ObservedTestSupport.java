package io.github.camelvtiger.observability;

import io.github.camelvtiger.VtigerComponent;
import io.github.camelvtiger.simulator.junit5.VtigerSimulator;
import org.apache.camel.CamelContext;
import org.apache.camel.test.junit5.CamelTestSupport;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A context whose component is connected to a simulator. */
abstract class ObservedTestSupport extends CamelTestSupport {

    @RegisterExtension
    static final VtigerSimulator crm = VtigerSimulator.withSeed("empty");

    @Override
    protected CamelContext createCamelContext() throws Exception {
        CamelContext context = super.createCamelContext();
        VtigerComponent component = context.getComponent("vtiger", VtigerComponent.class);
        component.getConfiguration().setUrl(crm.url());
        component.getConfiguration().setUsername(crm.username());
        component.getConfiguration().setAccessKey(crm.accessKey());
        return context;
    }
}
