package io.github.camelvtiger.routes.once;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelvtiger.VtigerComponent;
import io.github.camelvtiger.simulator.SimulatorServer;
import java.nio.file.Path;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FeedComplaintsTest {

    @TempDir
    private Path directory;

    @Test
    void aFeedThatDoesNotFindItsModuleIsNamedAndOneThatReadsIsNot() throws Exception {
        try (SimulatorServer crm = SimulatorServer.builder().start();
                DefaultCamelContext context = new DefaultCamelContext()) {
            VtigerComponent component = new VtigerComponent();
            component.getConfiguration().setUrl(crm.url());
            component.getConfiguration().setUsername("admin");
            component.getConfiguration().setAccessKey(crm.accessKey());
            context.addComponent("vtiger", component);
            context.addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    feed("Leads");
                    feed("Leds");
                }

                private void feed(String module) {
                    from("vtiger:changes/" + module + "?delay=100&cursorDirectory=RAW(" + directory + ")")
                            .routeId(module)
                            .log("${body}");
                }
            });
            context.start();

            await().untilAsserted(() -> assertThat(FeedComplaints.of(context))
                    .singleElement()
                    .asString()
                    .startsWith("There is no module 'Leds' that the user may see; did you mean Leads?"));
        }
    }
}
