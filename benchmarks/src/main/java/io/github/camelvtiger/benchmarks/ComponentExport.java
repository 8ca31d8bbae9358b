package io.github.camelvtiger.benchmarks;

import io.github.camelvtiger.VtigerComponent;
import io.github.camelvtiger.simulator.SimulatorServer;
import java.io.IOException;
import java.util.Iterator;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;

/** By the component, as a route does it. */
final class ComponentExport implements Export {

    private final DefaultCamelContext context = new DefaultCamelContext();
    private final ProducerTemplate template;

    /** @param sessions how many the component may open */
    ComponentExport(SimulatorServer crm, int sessions) throws Exception {
        VtigerComponent vtiger = context.getComponent("vtiger", VtigerComponent.class);
        vtiger.getConfiguration().setUrl(crm.url());
        vtiger.getConfiguration().setUsername(crm.username());
        vtiger.getConfiguration().setAccessKey(crm.accessKey());
        vtiger.getConfiguration().setMaxSessions(sessions);
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:export").to("vtiger:export/Contacts").process(ComponentExport::count);
            }
        });
        context.start();
        template = context.createProducerTemplate();
    }

    /** In the route: the stream ends with the exchange. */
    private static void count(Exchange exchange) {
        long count = 0;
        for (Iterator<?> records = exchange.getMessage().getBody(Iterator.class); records.hasNext(); records.next()) {
            count++;
        }
        exchange.getMessage().setBody(count);
    }

    @Override
    public String name() {
        return "vtiger:export";
    }

    @Override
    public long run() {
        return template.requestBody("direct:export", null, Long.class);
    }

    @Override
    public void close() throws IOException {
        context.close();
    }
}
