package io.github.camelvtiger.simulator.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelvtiger.simulator.SimulatorServer;
import io.github.camelvtiger.simulator.http.RawClient;
import io.github.camelvtiger.simulator.junit5.VtigerSimulator;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The protocol of Vtiger Cloud over the same data. */
class RestProtocolTest {

    @RegisterExtension
    static VtigerSimulator crm = VtigerSimulator.withSeed("empty").with(server -> server.rest(true));

    private RawClient client;

    @BeforeEach
    void connect() {
        client = new RawClient(crm.port());
    }

    @Test
    void aRecordMadeHereIsFoundByBothProtocolsData() throws Exception {
        String element =
                URLEncoder.encode("{\"lastname\":\"Curie\",\"assigned_user_id\":\"19x1\"}", StandardCharsets.UTF_8);

        HttpResponse<String> created = client.send(request("create")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("elementType=Contacts&element=" + element)));

        assertThat(created.statusCode()).isEqualTo(200);
        assertThat(created.body()).contains("\"success\":true").contains("\"lastname\":\"Curie\"");
        assertThat(crm.crm().count("Contacts")).isEqualTo(1);
        assertThat(client.send(request("query?query=select%20lastname%20from%20Contacts;"))
                        .body())
                .contains("\"lastname\":\"Curie\"");
    }

    @Test
    void anOpenSourceVtigerHasNoSuchAddress() throws Exception {
        try (SimulatorServer openSource =
                SimulatorServer.builder().seed("empty").start()) {
            RestCalls calls = RestCalls.as("admin", openSource);

            HttpResponse<String> answer = calls.get("me");

            assertThat(answer.statusCode()).isEqualTo(404);
            assertThat(answer.body()).contains("<h1>Not Found</h1>");
            assertThat(openSource.calls()).isEmpty();
        }
    }

    @Test
    void meIsTheUserWhoAsks() throws Exception {
        String answer = client.send(request("me", "sales1", crm.server().accessKey("sales1")))
                .body();

        assertThat(answer).contains("\"user_name\":\"sales1\"").contains("\"id\":\"19x6\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"login", "getchallenge", "logout", "wsapp_register", "mobile.query", "bogus"})
    void operationsOfSessionsAreUnknown(String operation) throws Exception {
        HttpResponse<String> answer = client.send(request(operation));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body())
                .isEqualTo("{\"success\":false,\"error\":{\"code\":\"UNKNOWN_OPERATION\","
                        + "\"message\":\"Unknown operation requested\"}}");
    }

    @Test
    void whatPhpBreaksWorksHere() throws Exception {
        crm.crm().create("Contacts", Map.of("lastname", "Curie"));

        assertThat(client.send(request("sync?modifiedTime=1&elementType=Contacts"))
                        .body())
                .contains("\"lastname\":\"Curie\"");
    }

    @Test
    void aFailureIsInTheStatusLineToo() throws Exception {
        try (Socket socket = new Socket("127.0.0.1", crm.port());
                BufferedReader in = new BufferedReader(
                        new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1))) {
            String head = "GET /restapi/v1/vtiger/default/retrieve?id=12x99 HTTP/1.1\r\nHost: x\r\nAuthorization: "
                    + basic("admin", crm.accessKey()) + "\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));

            assertThat(in.readLine()).isEqualTo("HTTP/1.1 400 Permission to perform the operation is denied");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"wrong", ""})
    void withoutTheRightKeyNobodyComesIn(String key) throws Exception {
        HttpResponse<String> answer = client.send(request("me", "admin", key));

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("WWW-Authenticate")).hasValue("Basic realm=\"vtiger\"");
        assertThat(answer.body()).isEmpty();
    }

    @Test
    void otherAddressesAreNotThere() throws Exception {
        assertThat(client.send(client.request("/restapi/v2/me")).statusCode()).isEqualTo(404);
        assertThat(client.send(client.request("/restapi/v1/vtiger/default/me")).statusCode())
                .isEqualTo(401);
    }

    private HttpRequest.Builder request(String operation) {
        return request(operation, "admin", crm.accessKey());
    }

    private HttpRequest.Builder request(String operation, String user, String key) {
        return client.request("/restapi/v1/vtiger/default/" + operation).header("Authorization", basic(user, key));
    }

    private static String basic(String user, String key) {
        return "Basic " + Base64.getEncoder().encodeToString((user + ":" + key).getBytes(StandardCharsets.UTF_8));
    }
}
