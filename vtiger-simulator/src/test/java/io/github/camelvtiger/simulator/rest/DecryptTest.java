package io.github.camelvtiger.simulator.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelvtiger.simulator.SimulatorServer;
import io.github.camelvtiger.simulator.metadata.CustomMetadata;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** {@code decrypt} of Vtiger Cloud, over HTTP: fields are sensitive as the metadata file says. */
class DecryptTest {

    private SimulatorServer server;
    private RestCalls rest;
    private String contact;

    @BeforeEach
    void start() throws Exception {
        CustomMetadata custom = CustomMetadata.of(
                "test",
                new ObjectMapper()
                        .readTree("{\"modules\":[{\"name\":\"Contacts\",\"fields\":[{\"name\":\"cf_905\","
                                + "\"type\":\"string\"}],\"sensitive\":[\"cf_905\"]}]}"));
        server = SimulatorServer.builder()
                .rest(true)
                .seed("empty")
                .metadata(custom)
                .start();
        rest = RestCalls.as("admin", server);
        contact = server.crm().create("Contacts", Map.of("lastname", "Curie", "cf_905", "DE02 1203"));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void aSensitiveFieldIsAnsweredAndNotLogged() throws Exception {
        assertThat(RestCalls.result(rest.get("decrypt", "id", contact, "fieldname", "cf_905"))
                        .asText())
                .isEqualTo("DE02 1203");
        assertThat(server.calls().toString()).contains("decrypt").doesNotContain("DE02 1203");
    }

    @Test
    void otherFieldsAreNot() throws Exception {
        assertThat(RestCalls.code(rest.get("decrypt", "id", contact, "fieldname", "lastname")))
                .isEqualTo("ACCESS_DENIED");
        assertThat(server.calls().get(0).why().cause())
                .isEqualTo("\"lastname\" is not a sensitive field of Contacts: those are [cf_905]");
    }

    @Test
    void describeSaysWhereThereAreSuchFields() throws Exception {
        assertThat(RestCalls.result(rest.get("describe", "elementType", "Contacts"))
                        .at("/tools/Decrypt")
                        .asBoolean())
                .isTrue();
        assertThat(RestCalls.result(rest.get("describe", "elementType", "Leads"))
                        .at("/tools/Decrypt")
                        .asBoolean())
                .isFalse();
    }
}
