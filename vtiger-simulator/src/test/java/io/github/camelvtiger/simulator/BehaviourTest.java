package io.github.camelvtiger.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What the PHP under the server makes of its operations. */
class BehaviourTest {

    private static final String LOGOUT_DONE = "{\"success\":true,\"result\":{\"message\":\"successfull\"}}";
    private static final String QUERY = "select id from Contacts;";

    @ParameterizedTest
    @CsvSource({
        "GET,sync",
        "POST,logout",
        "POST,convertlead",
        "GET,files_retrieve",
        "GET,retrieve_inventory",
        "POST,wsapp_register"
    })
    void php8BreaksTheOperation(String method, String operation) throws Exception {
        try (SimulatorServer server = server(Behaviour.PHP8)) {
            LoggedIn client = LoggedIn.to(server);
            HttpResponse<String> answer = method.equals("GET") ? client.get(operation) : client.post(operation);

            assertThat(answer.statusCode()).isEqualTo(500);
            assertThat(answer.body()).isEmpty();
            assertThat(client.get("query", "query", QUERY).body()).contains("\"success\":true");
        }
    }

    @ParameterizedTest
    @EnumSource(Behaviour.class)
    void theMobileApplicationsOperationsNeverWork(Behaviour behaviour) throws Exception {
        try (SimulatorServer server = server(behaviour)) {
            LoggedIn client = LoggedIn.to(server);

            assertThat(client.post("mobile.syncModuleRecords").statusCode()).isEqualTo(500);
            assertThat(client.client().post("operation", "mobile.query").body())
                    .contains("\"code\":\"AUTHENTICATION_REQUIRED\"");
        }
    }

    @Test
    void compatLogsOutTheSessionOfTheRequest() throws Exception {
        try (SimulatorServer server = server(Behaviour.COMPAT)) {
            LoggedIn client = LoggedIn.to(server);
            LoggedIn other = LoggedIn.to(server);

            assertThat(client.post("logout").body()).isEqualTo(LOGOUT_DONE);
            assertThat(client.get("query", "query", QUERY).body()).contains("\"code\":\"INVALID_SESSIONID\"");
            assertThat(client.post("logout").body()).contains("\"code\":\"INVALID_SESSIONID\"");
            assertThat(other.get("query", "query", QUERY).body()).contains("\"success\":true");
        }
    }

    @Test
    void compatLogsOutByPostOnly() throws Exception {
        try (SimulatorServer server = server(Behaviour.COMPAT)) {
            LoggedIn client = LoggedIn.to(server);

            assertThat(client.get("logout").body())
                    .isEqualTo(
                            "{\"success\":false,\"error\":{\"message\":\"Permission to perform the operation is denied\","
                                    + "\"code\":\"OPERATION_NOT_SUPPORTED\"}}");
            assertThat(client.get("query", "query", QUERY).body()).contains("\"success\":true");
        }
    }

    @ParameterizedTest
    @EnumSource(Behaviour.class)
    void aBehaviourIsReadAsItIsWritten(Behaviour behaviour) {
        assertThat(Behaviour.parse(behaviour.toString())).isEqualTo(behaviour);
    }

    @Test
    void anUnknownBehaviourIsRefusedWithTheKnownOnes() {
        assertThatThrownBy(() -> Behaviour.parse("php7"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("behaviour is \"php7\": give php8 or compat");
    }

    private static SimulatorServer server(Behaviour behaviour) {
        return SimulatorServer.builder().seed("empty").behaviour(behaviour).start();
    }
}
