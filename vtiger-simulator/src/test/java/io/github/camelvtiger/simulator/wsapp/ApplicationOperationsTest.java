package io.github.camelvtiger.simulator.wsapp;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelvtiger.simulator.Behaviour;
import io.github.camelvtiger.simulator.LoggedIn;
import io.github.camelvtiger.simulator.junit5.VtigerSimulator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ApplicationOperationsTest {

    @RegisterExtension
    static VtigerSimulator crm = VtigerSimulator.withSeed("empty").with(server -> server.behaviour(Behaviour.COMPAT));

    private LoggedIn client;

    @BeforeEach
    void logIn() throws Exception {
        client = LoggedIn.to(crm.server());
    }

    @ParameterizedTest
    @CsvSource({
        "'', user, WSAPP01, No type specified",
        "MyApp, '', WSAPP06, No sync type specified",
        "MyApp, zzz, WSAPP05, Wrong sync type specified"
    })
    void aRegistrationNeedsNameAndKind(String type, String syncType, String code, String message) throws Exception {
        assertThat(client.post("wsapp_register", "type", type, "synctype", syncType)
                        .body())
                .isEqualTo("{\"success\":false,\"error\":{\"message\":\"" + message + "\",\"code\":\"" + code + "\"}}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"user", "APP", "UserAndGroup"})
    void eachRegistrationGivesAKeyOfItsOwn(String syncType) throws Exception {
        String key = register(syncType);

        assertThat(key).matches("[0-9a-f]{13}").isNotEqualTo(register(syncType));
    }

    @ParameterizedTest
    @CsvSource({"wsapp_get, []", "wsapp_put, []", "wsapp_map, null"})
    void withAnUnknownKeyThereIsNothing(String operation, String result) throws Exception {
        assertThat(client.post(operation, "key", "zz").body())
                .isEqualTo("{\"success\":true,\"result\":" + result + "}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"wsapp_get", "wsapp_put", "wsapp_map"})
    void withAKeyOfAProgramThatHasNoHandlerPhpFails(String operation) throws Exception {
        assertThat(client.post(operation, "key", register("user")).statusCode()).isEqualTo(500);
    }

    @Test
    void aProgramThatLeavesMustGiveItsNameWithItsKey() throws Exception {
        String key = register("user");

        assertThat(client.post("wsapp_deregister", "type", "Other", "key", key).body())
                .isEqualTo("{\"success\":true,\"result\":[\"Other\",\"" + key + "\"]}");
        assertThat(client.post("wsapp_get", "key", key).statusCode()).isEqualTo(500);
        client.post("wsapp_deregister", "type", "MYAPP", "key", key);
        assertThat(client.post("wsapp_get", "key", key).statusCode()).isEqualTo(200);
    }

    private String register(String syncType) throws Exception {
        return client.post("wsapp_register", "type", "MyApp", "synctype", syncType)
                .body()
                .replaceAll(".*\"key\":\"(\\w+)\".*", "$1");
    }
}
