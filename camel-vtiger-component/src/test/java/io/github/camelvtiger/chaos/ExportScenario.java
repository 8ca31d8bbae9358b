package io.github.camelvtiger.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelvtiger.simulator.SimulatorServer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;

/** Reads a module to its end. A read is repeated until it is answered, so nobody may notice anything. */
final class ExportScenario implements Scenario {

    private static final int RECORDS = 350;

    private final List<String> names = new ArrayList<>();
    private final List<Object> read = new ArrayList<>();

    @Override
    public void prepare(SimulatorServer crm) {
        for (int number = 0; number < RECORDS; number++) {
            names.add("Contact " + number);
            crm.crm().create("Contacts", Map.of("lastname", "Contact " + number));
        }
    }

    @Override
    public void run(SimulatorServer crm, CamelContext context) throws Exception {
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:export")
                        .to("vtiger:export/Contacts")
                        .split(body())
                        .streaming()
                        .process(exchange ->
                                read.add(exchange.getIn().getBody(Map.class).get("lastname")));
            }
        });
        context.start();
        try (ProducerTemplate template = context.createProducerTemplate()) {
            template.sendBody("direct:export", null);
        }
    }

    @Override
    public void compare(SimulatorServer crm) {
        assertThat(read).isEqualTo(names);
    }
}
