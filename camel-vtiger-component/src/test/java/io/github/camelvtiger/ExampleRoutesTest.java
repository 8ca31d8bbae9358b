package io.github.camelvtiger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.support.PluginHelper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The examples of the documentation, in both languages. */
class ExampleRoutesTest extends CrmTestSupport {

    @Override
    protected RouteBuilder createRouteBuilder() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:tickets")
                        .to("vtiger:query?query=RAW(SELECT * FROM HelpDesk WHERE ticket_title = :title)")
                        .split(body())
                        .to("mock:tickets");
            }
        };
    }

    @BeforeEach
    void loadYaml() throws Exception {
        PluginHelper.getRoutesLoader(context())
                .loadRoutes(PluginHelper.getResourceLoader(context())
                        .resolveResource("classpath:routes/leads-to-crm.yaml"));
    }

    @Test
    void yamlRouteCreatesALead() {
        String id = template.requestBody("direct:leads", "{\"lastname\":\"Nowak\"}", String.class);
        assertThat(call("vtiger:retrieve", id).getMessage().getBody(Map.class).get("lastname"))
                .isEqualTo("Nowak");
    }

    @Test
    void javaRouteFindsTickets() throws Exception {
        call(
                "vtiger:create/HelpDesk",
                Map.of("ticket_title", "No light", "ticketpriorities", "High", "ticketstatus", "Open"));
        getMockEndpoint("mock:tickets").expectedMessageCount(1);
        template.sendBodyAndHeader("direct:tickets", null, "title", "No light");
        getMockEndpoint("mock:tickets").assertIsSatisfied();
    }
}
