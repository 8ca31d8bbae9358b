package io.github.camelvtiger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Predicate;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.PluginHelper;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class YamlParametersTest {

    @AutoClose
    private final DefaultCamelContext context = new DefaultCamelContext();

    @BeforeEach
    void loadRoutes() throws Exception {
        VtigerComponent component = new VtigerComponent();
        component.getConfiguration().setUrl("http://crm.example");
        component.getConfiguration().setUsername("admin");
        component.getConfiguration().setAccessKey("other");
        context.addComponent("vtiger", component);
        PluginHelper.getRoutesLoader(context)
                .loadRoutes(PluginHelper.getResourceLoader(context)
                        .resolveResource("classpath:routes/secret-in-parameters.yaml"));
        context.start();
    }

    @Test
    void secretWithReservedCharactersArrivesUnchanged() {
        VtigerEndpoint endpoint = endpoint(candidate -> candidate.getOperation() == VtigerOperation.CREATE);
        assertThat(endpoint.getConfiguration().getAccessKey()).isEqualTo("k3y+of&admin%41");
        assertThat(endpoint.toString()).doesNotContain("k3y");
    }

    @Test
    void rawQueryArrivesUnchanged() {
        VtigerEndpoint endpoint = endpoint(candidate -> candidate.getOperation() == VtigerOperation.QUERY);
        assertThat(endpoint.getConfiguration().getQuery()).isEqualTo("SELECT * FROM Contacts WHERE phone = '+49 100%'");
    }

    private VtigerEndpoint endpoint(Predicate<VtigerEndpoint> wanted) {
        return context.getEndpoints().stream()
                .filter(VtigerEndpoint.class::isInstance)
                .map(VtigerEndpoint.class::cast)
                .filter(wanted)
                .findFirst()
                .orElseThrow();
    }
}
