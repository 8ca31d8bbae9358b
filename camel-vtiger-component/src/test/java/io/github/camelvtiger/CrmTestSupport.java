package io.github.camelvtiger;

import io.github.camelvtiger.simulator.SimulatorBuilder;
import io.github.camelvtiger.simulator.SimulatorServer;
import java.util.HashMap;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.test.junit5.CamelTestSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;

/** A Camel context whose component is connected to a simulator of this test class. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class CrmTestSupport extends CamelTestSupport {

    /** Another one in {@link OverRestTest}. */
    VtigerProtocol protocol = VtigerProtocol.AUTO;

    SimulatorServer crm;

    @BeforeAll
    void startCrm() {
        crm = crm();
    }

    /** A started server; with the demo's data where a test says nothing. */
    SimulatorServer crm() {
        return simulator().start();
    }

    /** A server that speaks the protocol. */
    SimulatorBuilder simulator() {
        return SimulatorServer.builder().rest(protocol == VtigerProtocol.REST);
    }

    @AfterAll
    void stopCrm() {
        crm.close();
    }

    @Override
    protected CamelContext createCamelContext() throws Exception {
        CamelContext context = super.createCamelContext();
        VtigerComponent component = new VtigerComponent();
        component.getConfiguration().setUrl(crm.url());
        component.getConfiguration().setUsername("admin");
        component.getConfiguration().setAccessKey(crm.accessKey());
        component.getConfiguration().setProtocol(protocol);
        context.addComponent("vtiger", component);
        return context;
    }

    /** The exchange after the call; its exception is set when the call failed. */
    Exchange call(String uri, Object body, Map<String, Object> headers) {
        return template.request(uri, exchange -> {
            exchange.getMessage().setBody(body);
            exchange.getMessage().setHeaders(new HashMap<>(headers));
        });
    }

    Exchange call(String uri, Object body) {
        return call(uri, body, Map.of());
    }

    /** The id of a new contact. */
    String contact(String lastname) {
        return call("vtiger:create/Contacts", Map.of("lastname", lastname))
                .getMessage()
                .getHeader(VtigerConstants.RECORD_ID, String.class);
    }
}
