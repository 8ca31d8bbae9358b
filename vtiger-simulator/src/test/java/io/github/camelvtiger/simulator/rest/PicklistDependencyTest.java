package io.github.camelvtiger.simulator.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelvtiger.simulator.SimulatorServer;
import io.github.camelvtiger.simulator.junit5.VtigerSimulator;
import io.github.camelvtiger.simulator.metadata.CustomMetadata;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** {@code picklist_dependency} of Vtiger Cloud, over HTTP; what it answers is documented or assumed, never recorded. */
class PicklistDependencyTest {

    @RegisterExtension
    static VtigerSimulator crm = VtigerSimulator.withSeed("empty").with(server -> server.rest(true));

    private RestCalls rest;

    @BeforeEach
    void connect() {
        rest = RestCalls.as("admin", crm.server());
    }

    @Test
    void dependenciesOfPicklistsComeFromTheMetadataFile() throws Exception {
        CustomMetadata custom = CustomMetadata.of(
                "test",
                new ObjectMapper()
                        .readTree("{\"modules\":[{\"name\":\"Leads\",\"dependencies\":[{\"source\":\"leadsource\","
                                + "\"target\":\"rating\",\"values\":{\"Cold Call\":[\"Acquired\",\"Active\"]}}]}]}"));
        try (SimulatorServer server = SimulatorServer.builder()
                .rest(true)
                .seed("empty")
                .metadata(custom)
                .start()) {
            RestCalls calls = RestCalls.as("admin", server);

            JsonNode map = RestCalls.result(dependency(calls, "Leads", "leadsource", "rating"));

            assertThat(RestCalls.texts(map.get("Cold Call"))).containsExactly("Acquired", "Active");
            assertThat(RestCalls.texts(map.get("Partner")))
                    .hasSizeGreaterThan(2)
                    .contains("Acquired");
            assertThat(RestCalls.result(dependency(calls, "Leads", "rating", "leadsource")))
                    .isEmpty();
        }
    }

    @Test
    void picklistsThatAreNoneAreNamedInTheJournal() throws Exception {
        assertThat(RestCalls.code(dependency(rest, "Leads", "lead_source", "rating")))
                .isEqualTo("ACCESS_DENIED");
        assertThat(RestCalls.code(dependency(rest, "Bogus", "leadsource", "rating")))
                .isEqualTo("ACCESS_DENIED");

        assertThat(crm.calls().get(0).why().nearest()).isEqualTo("leadsource");
    }

    private static HttpResponse<String> dependency(RestCalls calls, String module, String source, String target)
            throws Exception {
        return calls.get("picklist_dependency", "module", module, "sourcefield", source, "targetfield", target);
    }
}
