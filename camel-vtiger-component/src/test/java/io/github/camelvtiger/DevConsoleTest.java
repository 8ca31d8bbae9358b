package io.github.camelvtiger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.console.DevConsole;
import org.apache.camel.console.DevConsoleRegistry;
import org.apache.camel.util.json.JsonObject;
import org.junit.jupiter.api.Test;

class DevConsoleTest extends CrmTestSupport {

    @Override
    protected CamelContext createCamelContext() throws Exception {
        CamelContext context = super.createCamelContext();
        context.setDevConsole(true);
        return context;
    }

    @Test
    void theConsoleShowsConnectionsAndHowTheirCallsEnded() {
        call("vtiger:create/Leads", Map.of("lastname", "Console", "company", "Acme"));
        assertThat(catchThrowable(() -> template.requestBody("vtiger:retrieve/Leads", "10x999999")))
                .isNotNull();

        DevConsole console = context()
                .getCamelContextExtension()
                .getContextPlugin(DevConsoleRegistry.class)
                .resolveById("vtiger");

        assertThat(console.call(DevConsole.MediaType.TEXT).toString())
                .contains(
                        " as admin: 1 sessions, 0 busy, 0 lost, 0 calls waiting for one; 0 calls waiting for their turn")
                .contains(" as admin: create, success: 1 calls")
                .contains(" as admin: retrieve, AccessDeniedException: 1 calls")
                .doesNotContain(crm.accessKey())
                .doesNotContain("Console");
        JsonObject json = (JsonObject) console.call(DevConsole.MediaType.JSON);
        assertThat(json.toJson())
                .contains("\"operation\":\"create\"")
                .contains("\"sessionsOpen\":1")
                .doesNotContain(crm.accessKey());
    }
}
