package io.github.camelvtiger.simulator.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelvtiger.simulator.Behaviour;
import io.github.camelvtiger.simulator.LoggedIn;
import io.github.camelvtiger.simulator.SimulatorServer;
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
 * Whatever is sent, the server answers soon, as Vtiger answers or with an honest 500, and shows nobody a stack trace. A
 * long run: {@code -Dvtiger.fuzz.requests=100} makes 100,000 requests of 2,000.
 */
class FuzzTest {

    private static final int AT_ONCE = Integer.getInteger("vtiger.fuzz.requests", 2);
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final ObjectMapper JSON = new ObjectMapper();

    private static Target php8;
    private static Target compat;

    @BeforeContainer
    static void start() {
        php8 = new Target(Behaviour.PHP8);
        compat = new Target(Behaviour.COMPAT);
    }

    @AfterContainer
    static void stop() {
        php8.server.close();
        compat.server.close();
    }

    @Property(tries = 1_000, edgeCases = EdgeCasesMode.NONE)
    void everyRequestIsAnsweredWithoutAStackTrace(@ForAll("requests") List<FuzzedRequest> requests, @ForAll boolean old)
            throws Exception {
        for (FuzzedRequest request : requests) {
            (old ? compat : php8).send(request);
        }
    }

    @Provide
    Arbitrary<List<FuzzedRequest>> requests() {
        return FuzzedRequests.any().list().ofSize(AT_ONCE);
    }

    private static final class Target {

        private static final int REQUESTS_OF_A_SESSION = 50;

        private final SimulatorServer server;
        private LoggedIn admin;
        private int requests;

        Target(Behaviour behaviour) {
            server = SimulatorServer.builder().seed("demo").behaviour(behaviour).start();
        }

        void send(FuzzedRequest request) throws Exception {
            if (requests++ % REQUESTS_OF_A_SESSION == 0) {
                admin = LoggedIn.to(server);
            }
            server.clearCalls();
            FuzzedParameters parameters = request.in(admin.session());

            HttpResponse<String> answer = admin.client()
                    .send(parameters
                            .sentBy(admin.client().request(FuzzedRequest.PATH + parameters.query()))
                            .timeout(SOON));

            assertThat(answer.statusCode()).isIn(200, 400, 413, 414, 500);
            assertThat(answer.body()).doesNotContain("\tat ", "Exception in", "java.lang", "io.github.camelvtiger");
            if (answer.body().startsWith("{")) {
                JSON.readTree(answer.body());
            }
            assertThat(server.calls())
                    .noneSatisfy(call -> assertThat(call.why().cause()).contains("the simulator itself failed"));
            if (answer.body().contains("INVALID_SESSIONID")) {
                requests = 0;
            }
        }
    }
}
