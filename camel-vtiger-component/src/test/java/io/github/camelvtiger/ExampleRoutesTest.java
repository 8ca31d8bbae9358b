package io.github.camelvtiger;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelvtiger.client.BatchItem;
import io.github.camelvtiger.client.BatchItem.Outcome;
import io.github.camelvtiger.client.BatchResult;
import java.util.List;
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
        for (String file : List.of("leads-to-crm", "contacts-by-email")) {
            PluginHelper.getRoutesLoader(context())
                    .loadRoutes(PluginHelper.getResourceLoader(context())
                            .resolveResource("classpath:routes/" + file + ".yaml"));
        }
    }

    @Test
    void yamlRouteCreatesALead() {
        String id = template.requestBody("direct:leads", "{\"lastname\":\"Nowak\"}", String.class);
        assertThat(call("vtiger:retrieve", id).getMessage().getBody(Map.class).get("lastname"))
                .isEqualTo("Nowak");
    }

    @Test
    void yamlRouteUpsertsContactsByEmail() {
        List<Map<String, String>> rows = List.of(
                Map.of("email", "ada@example.com", "lastname", "Nowak"),
                Map.of("email", "eva@example.com", "lastname", "Kowalska"),
                Map.of("email", "ADA@example.com", "firstname", "Ada"));
        assertThat(template.requestBody("direct:contacts", rows, BatchResult.class))
                .extracting(BatchItem::outcome)
                .containsExactly(Outcome.CREATED, Outcome.CREATED, Outcome.UPDATED);
        assertThat(template.requestBody("direct:contacts", rows, BatchResult.class))
                .extracting(BatchItem::outcome)
                .containsOnly(Outcome.UNCHANGED);
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
