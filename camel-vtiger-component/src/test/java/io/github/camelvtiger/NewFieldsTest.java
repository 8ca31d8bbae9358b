package io.github.camelvtiger;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelvtiger.simulator.SimulatorServer;
import io.github.camelvtiger.simulator.metadata.CustomMetadata;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;

/** What an administrator adds to a module is known with the first record that has it. */
class NewFieldsTest extends CrmTestSupport {

    private static final String CREATE = "vtiger:create/Leads?validate=true";

    @Test
    void aNewFieldAndANewChoiceAreKnownAfterOneMoreDescription() throws Exception {
        Map<String, Object> fair = Map.of("lastname", "Fair", "leadsource", "Fair 2027");
        assertThat(call(CREATE, Map.of("lastname", "Plain")).getException()).isNull();

        restartWith(
                """
                {"modules":[{"name":"Leads","picklists":{"leadsource":["Fair 2027"]},"fields":[
                {"name":"cf_901","label":"Interests","type":"multipicklist","picklist":["Golf","Chess","Sailing"]}]}]}""");

        Exchange ran = call("vtiger:run?action=create-record", Map.of("module", "Leads", "record", fair));
        assertThat(ran.getException()).isNull();
        Exchange created = call(CREATE, fair);
        assertThat(created.getException()).isNull();
        Exchange several = call(CREATE, Map.of("lastname", "Custom", "cf_901", List.of("Chess", "Golf")));
        assertThat(several.getMessage().getBody(Map.class)).hasFieldOrPropertyWithValue("cf_901", "Chess |##| Golf");
        assertThat(call(CREATE, Map.of("lastname", "Wrong", "cf_901", "Chess;Polo"))
                        .getException())
                .hasMessageContaining("cf_901");
    }

    private void restartWith(String metadata) throws Exception {
        int port = URI.create(crm.url()).getPort();
        crm.close();
        crm = SimulatorServer.builder()
                .port(port)
                .metadata(CustomMetadata.of("test", new ObjectMapper().readTree(metadata)))
                .start();
    }
}
