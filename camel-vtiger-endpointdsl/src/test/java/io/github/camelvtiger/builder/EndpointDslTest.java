package io.github.camelvtiger.builder;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelvtiger.OnFailure;
import io.github.camelvtiger.VtigerComponent;
import io.github.camelvtiger.simulator.junit5.VtigerSimulator;
import java.nio.file.Path;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.endpoint.EndpointRouteBuilder;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.test.junit5.CamelTestSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class EndpointDslTest extends CamelTestSupport {

    @RegisterExtension
    static final VtigerSimulator crm = VtigerSimulator.withSeed("demo");

    @TempDir
    static Path cursors;

    private static final class LeadRoutes extends EndpointRouteBuilder
            implements VtigerEndpointBuilderFactory.VtigerBuilders {

        @Override
        public void configure() {
            from(direct("lead")).to(vtiger("upsert/Leads").matchFields("email"));

            from(vtiger("changes/Leads")
                            .delay(100)
                            .startFrom("beginning")
                            .cursorDirectory(cursors.toString())
                            .onFailure(OnFailure.PARK))
                    .filter(simple("${body[lastname]} == 'Dsl'"))
                    .to(mock("changed"));
        }
    }

    @Override
    protected RoutesBuilder createRouteBuilder() {
        return new LeadRoutes();
    }

    @Override
    protected CamelContext createCamelContext() throws Exception {
        CamelContext context = super.createCamelContext();
        VtigerComponent component = context.getComponent("vtiger", VtigerComponent.class);
        component.getConfiguration().setUrl(crm.url());
        component.getConfiguration().setUsername(crm.username());
        component.getConfiguration().setAccessKey(crm.accessKey());
        return context;
    }

    @Test
    void whatTheBuilderWritesArrives() throws InterruptedException {
        MockEndpoint changed = getMockEndpoint("mock:changed");
        changed.setMinimumExpectedMessageCount(1);

        Map<?, ?> lead = template.requestBody(
                "direct:lead", Map.of("lastname", "Dsl", "company", "Acme", "email", "dsl@acme.example"), Map.class);

        assertThat(lead.get("id")).asString().matches("\\d+x\\d+");
        changed.assertIsSatisfied();
    }

    @Test
    void theUriIsTheOneThatWouldBeWrittenByHand() {
        assertThat(context.getEndpointRegistry().values()).anySatisfy(endpoint -> assertThat(endpoint.getEndpointUri())
                .startsWith("vtiger://upsert/Leads")
                .contains("matchFields=email"));
    }
}
