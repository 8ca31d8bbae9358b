package io.github.camelvtiger.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelvtiger.VtigerConnection;
import io.github.camelvtiger.simulator.junit5.VtigerSimulator;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import org.apache.camel.CamelContext;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.test.junit5.CamelTestSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class KameletsTest extends CamelTestSupport {

    private static final String CREDENTIALS = "url={{crm.url}}&username={{crm.username}}&accessKey={{crm.key}}";

    @RegisterExtension
    static final VtigerSimulator crm = VtigerSimulator.withSeed("empty");

    @TempDir
    Path cursors;

    @Override
    protected CamelContext createCamelContext() throws Exception {
        CamelContext context = super.createCamelContext();
        Properties settings = new Properties();
        settings.setProperty("crm.url", crm.url());
        settings.setProperty("crm.username", crm.username());
        settings.setProperty("crm.key", crm.accessKey());
        VtigerConnection connection = new VtigerConnection();
        connection.setUrl(crm.url());
        connection.setUsername(crm.username());
        connection.setAccessKey(crm.accessKey());
        context.getRegistry().bind("crm", connection);
        context.getPropertiesComponent().setOverrideProperties(settings);
        return context;
    }

    @Override
    protected RoutesBuilder createRouteBuilder() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:create").to("kamelet:vtiger-sink?module=Leads&" + CREDENTIALS);
                from("direct:upsert")
                        .to("kamelet:vtiger-sink?module=Leads&operation=upsert&matchFields=email&" + CREDENTIALS);
                from("direct:delete").to("kamelet:vtiger-sink?module=Leads&operation=delete&" + CREDENTIALS);
                from("kamelet:vtiger-source?module=Leads&startFrom=beginning&delay=1000" + "&cursorDirectory=" + cursors
                                + "&" + CREDENTIALS)
                        .to("mock:leads");
            }
        };
    }

    @Test
    void theSinkWritesAndTheSourceFollows() throws InterruptedException {
        MockEndpoint leads = getMockEndpoint("mock:leads");
        leads.expectedMessageCount(1);
        Map<?, ?> created = template.requestBody(
                "direct:create",
                "{\"lastname\":\"Kamelet\",\"company\":\"Acme\",\"email\":\"k@acme.example\"}",
                Map.class);
        leads.assertIsSatisfied();
        assertThat(leads.getExchanges().get(0).getMessage().getBody())
                .isInstanceOf(String.class)
                .asString()
                .contains("\"lastname\":\"Kamelet\"");

        leads.reset();
        leads.expectedMessageCount(1);
        Map<?, ?> changed = template.requestBody(
                "direct:upsert",
                "{\"lastname\":\"Camel\",\"company\":\"Acme\",\"email\":\"k@acme.example\"}",
                Map.class);
        assertThat(changed.get("id")).isEqualTo(created.get("id"));
        leads.assertIsSatisfied();
        assertThat(leads.getExchanges().get(0).getMessage().getBody(String.class))
                .contains("\"lastname\":\"Camel\"");

        template.requestBody("direct:delete", "{\"id\":\"" + created.get("id") + "\"}");
        assertThat(template.requestBody("vtiger:count/Leads?connection=#crm", null, Long.class))
                .isZero();
    }
}
