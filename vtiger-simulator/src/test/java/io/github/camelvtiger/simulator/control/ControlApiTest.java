package io.github.camelvtiger.simulator.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelvtiger.simulator.fault.Fault;
import io.github.camelvtiger.simulator.http.RawClient;
import io.github.camelvtiger.simulator.junit5.VtigerSimulator;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Commands that ask for the impossible are refused, and the server stays as it is. */
class ControlApiTest {

    @RegisterExtension
    static VtigerSimulator crm = VtigerSimulator.withSeed("empty").with(server -> server.controlApi(true));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"kind\":\"HTML\",\"calls\":0}|calls is 0: give 1 or more",
                "{\"kind\":\"HTML\",\"calls\":-1}|calls is -1: give 1 or more",
                "{\"kind\":\"HTML\",\"calls\":\"many\"}|give a whole number",
                "{\"kind\":\"HTML\",\"calls\":99999999999}|give a whole number",
                "{\"kind\":\"HTML\",\"calls\":1.5}|give a whole number",
                "{\"kind\":\"DELAY\",\"duration\":\"-PT1S\"}|give one from PT0S to PT1H",
                "{\"kind\":\"DELAY\",\"duration\":\"PT2H\"}|give one from PT0S to PT1H",
                "{\"kind\":\"STALL_BODY\",\"duration\":\"P106751991167300D\"}|give one from PT0S to PT1H",
                "{\"kind\":\"STALL_BODY\",\"duration\":\"soon\"}|duration is \\\"soon\\\"",
                "{\"kind\":\"CLOCK_SHIFT\",\"duration\":\"P4000000D\"}|cannot be shifted",
                "{\"kind\":\"HTML\",\"call\":1}|there is no member call",
                "[]|not a JSON object",
                "{\"kind\":|not JSON"
            })
    void faultsThatAreNone(String body, String sentence) throws Exception {
        HttpResponse<String> answer = control("fail", body);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains(sentence);
        assertAlive();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "PT9223372036854775807S",
                "-PT9223372036854775807S",
                "P4000000D",
                "-P4000000D",
                "-P30000D",
                "P365242000000D"
            })
    void theClockKeepsToTimesThatCanBeWritten(String shift) throws Exception {
        HttpResponse<String> answer = control("shift-clock", "{\"duration\":\"" + shift + "\"}");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("cannot be shifted");
        assertAlive();
    }

    @Test
    void manyShiftsDoNotAddUpToMore() throws Exception {
        for (int i = 0; i < 20; i++) {
            control("shift-clock", "{\"duration\":\"P365000D\"}");
            assertAlive();
        }
        crm.faults().failNext(1, Fault.clockShift(Duration.ofDays(-365_000)));
        crm.faults().failNext(20, Fault.clockShift(Duration.ofDays(-365_000)));
        for (int i = 0; i < 20; i++) {
            assertAlive();
        }
    }

    @Test
    void asManyFailuresAsThereAreNumbersTakeNoMemory() throws Exception {
        assertThat(control("fail", "{\"kind\":\"EMPTY_BODY_200\",\"calls\":2147483647}")
                        .statusCode())
                .isEqualTo(200);
        assertThat(challenge()).isEmpty();
        control("clear", "");
        assertAlive();
    }

    @Test
    void aBodyIsNotReadForEver() throws Exception {
        HttpResponse<String> answer = control("fail", "{\"kind\":\"" + "x".repeat(10_000_000) + "\"}");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("longer than");
    }

    private void assertAlive() throws Exception {
        assertThat(challenge()).startsWith("{\"success\":true");
    }

    private String challenge() throws Exception {
        return new RawClient(crm.port())
                .get("operation", "getchallenge", "username", "admin")
                .body();
    }

    private static HttpResponse<String> control(String command, String body) throws Exception {
        RawClient client = new RawClient(crm.port());
        return client.send(client.request("/simulator/" + command).POST(BodyPublishers.ofString(body)));
    }
}
