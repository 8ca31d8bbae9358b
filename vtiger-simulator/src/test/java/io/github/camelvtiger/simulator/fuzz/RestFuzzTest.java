package io.github.camelvtiger.simulator.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelvtiger.simulator.SimulatorServer;
import io.github.camelvtiger.simulator.http.RawClient;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/**
 * Whatever is sent to {@code /restapi}, the answer comes soon and is one of this protocol, and shows nobody a stack trace.
 * A long run: {@code -Dvtiger.fuzz.requests=100} makes 100,000 requests of 2,000.
 */
class RestFuzzTest {

    private static final int AT_ONCE = Integer.getInteger("vtiger.fuzz.requests", 2);
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final ObjectMapper JSON = new ObjectMapper();

    private static SimulatorServer server;
    private static RawClient client;

    @BeforeContainer
    static void start() {
        server = SimulatorServer.builder().rest(true).seed("demo").start();
        client = new RawClient(server.port());
    }

    @AfterContainer
    static void stop() {
        server.close();
    }

    @Property(tries = 1_000, edgeCases = EdgeCasesMode.NONE)
    void everyRequestIsAnsweredInTheProtocolsOwnForm(@ForAll("requests") List<FuzzedRestRequest> requests)
            throws Exception {
        for (FuzzedRestRequest request : requests) {
            send(request);
        }
    }

    @Provide
    Arbitrary<List<FuzzedRestRequest>> requests() {
        return FuzzedRestRequests.any().list().ofSize(AT_ONCE);
    }

    private static void send(FuzzedRestRequest request) throws Exception {
        server.clearCalls();
        String credentials = server.username() + ":" + server.accessKey();

        HttpResponse<String> answer = client.send(request.sentBy(client.request(request.pathAndQuery()), credentials)
                .timeout(SOON));

        assertThat(answer.statusCode()).isIn(200, 400, 401, 404, 413, 414, 500);
        assertThat(answer.body()).doesNotContain("\tat ", "Exception in", "java.lang", "io.github.camelvtiger");
        assertThat(server.calls())
                .noneSatisfy(call -> assertThat(call.why().cause()).contains("the simulator itself failed"));
        switch (answer.statusCode()) {
            case 200 ->
                assertThat(JSON.readTree(answer.body()).get("success").asBoolean())
                        .isTrue();
            case 400 -> assertThatIsFailure(JSON.readTree(answer.body()));
            case 401 -> assertThat(request.login().lets()).isFalse();
            default -> assertThat(answer.body()).doesNotStartWith("{");
        }
    }

    private static void assertThatIsFailure(JsonNode answer) {
        assertThat(answer.get("success").asBoolean()).isFalse();
        assertThat(answer.at("/error/code").asText()).matches("[A-Z_0-9]+");
        assertThat(answer.at("/error/message").isTextual()).isTrue();
    }
}
