package io.github.camelvtiger.crm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelvtiger.HostileCrm;
import io.github.camelvtiger.client.AuthenticationException;
import io.github.camelvtiger.client.ClientSettings;
import io.github.camelvtiger.client.TransportException;
import io.github.camelvtiger.simulator.SimulatorServer;
import io.github.camelvtiger.simulator.journal.RecordedCall;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** With {@code protocol=auto} the CRM itself shows which protocol it speaks. */
class FoundProtocolTest {

    private static final HostileCrm.Answer TYPES = HostileCrm.result("{\"types\":[\"Contacts\"],\"information\":{}}");

    @Test
    void aCrmOfVtigerCloudIsCalledByRest() {
        try (SimulatorServer server =
                        SimulatorServer.builder().rest(true).seed("empty").start();
                VtigerClient client = client(server.url(), server.accessKey())) {
            String id = (String)
                    client.create("Contacts", Map.of("lastname", "A")).join().get("id");

            assertThat(server.crm().record(id)).isPresent();
            assertThat(server.calls()).extracting(RecordedCall::operation).contains("me", "create");
            assertThat(server.calls()).extracting(RecordedCall::operation).doesNotContain("getchallenge", "login");
        }
    }

    @Test
    void anOpenSourceVtigerIsCalledByItsWebservice() {
        try (SimulatorServer server = SimulatorServer.builder().seed("empty").start();
                VtigerClient client = client(server.url(), server.accessKey())) {
            client.listTypes().join();

            assertThat(server.calls())
                    .extracting(RecordedCall::operation)
                    .containsExactly("getchallenge", "login", "listtypes");
        }
    }

    @Test
    void theCrmIsAskedOnceByTheFirstCallHoweverManyComeAtOnce() {
        try (HostileCrm crm = HostileCrm.ofCloud(TYPES);
                VtigerClient client = client(crm.url(), "key")) {
            assertThat(crm.probes()).isZero();

            CompletableFuture.allOf(IntStream.range(0, 20)
                            .mapToObj(i -> client.request("/listtypes", "GET", Map.of()))
                            .toArray(CompletableFuture[]::new))
                    .join();
            client.listTypes().join();

            assertThat(crm.probes()).isOne();
            assertThat(crm.requests())
                    .allSatisfy(request -> assertThat(request.authorization()).startsWith("Basic "));
        }
    }

    @Test
    void anythingButTheQuestionForCredentialsMeansTheWebservice() {
        for (String status : List.of("200 OK", "403 Forbidden", "302 Found", "503 Service Unavailable")) {
            try (HostileCrm crm = HostileCrm.answeringProbes(status, TYPES);
                    VtigerClient client = client(crm.url(), "key")) {
                client.listTypes().join();

                assertThat(crm.probes()).isOne();
                assertThat(crm.requests()).singleElement().satisfies(request -> assertThat(request.parameters())
                        .containsKey("sessionName"));
            }
        }
    }

    @Test
    void aCrmThatCannotBeReachedIsAskedAgainByTheNextCall() {
        try (SimulatorServer server =
                        SimulatorServer.builder().rest(true).seed("empty").start();
                VtigerClient client = client(server.url(), server.accessKey())) {
            server.stop();
            assertThatThrownBy(client.create("Contacts", Map.of("lastname", "A"))::join)
                    .as("a write that surely was not sent")
                    .hasCauseInstanceOf(TransportException.class);

            server.start();
            client.create("Contacts", Map.of("lastname", "A")).join();

            assertThat(server.calls()).extracting(RecordedCall::operation).contains("me", "create");
        }
    }

    @Test
    void credentialsThatAreWrongForRestDoNotLeadToTheWebservice() {
        try (SimulatorServer server =
                        SimulatorServer.builder().rest(true).seed("empty").start();
                VtigerClient client = client(server.url(), "wrong")) {
            assertThatThrownBy(client.listTypes()::join).hasCauseInstanceOf(AuthenticationException.class);
            assertThat(server.calls()).extracting(RecordedCall::operation).containsOnly("me", "listtypes");
        }
    }

    private static VtigerClient client(String url, String accessKey) {
        return new VtigerClient(new ClientSettings(url, "admin", accessKey));
    }
}
