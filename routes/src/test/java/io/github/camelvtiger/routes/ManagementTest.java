package io.github.camelvtiger.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Health and metrics at the management port, and who reaches it. */
class ManagementTest extends SyncApplicationTestSupport {

    private static final String OK = "HTTP 200";

    private final HttpClient client = HttpClient.newHttpClient();
    private int port;

    @BeforeEach
    void choosePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
    }

    @Override
    Map<String, String> settings() {
        Map<String, String> settings = super.settings();
        settings.put("camel.management.enabled", "true");
        settings.put("camel.management.port", Integer.toString(port));
        settings.put("store.password", "st0reS3cret");
        settings.put("broker.password", "br0kerS3cret");
        return settings;
    }

    @Test
    void whatSyncsDoIsMeasured() throws Exception {
        crm.crm().create("Contacts", Map.of("lastname", "Anna"));
        sync("contacts", "from: { crm: Contacts }\nto: { file: '%s/out', format: jsonl, name: '{day}' }\n");
        sync("leads", "from: { file: '%s/in' }\nto: { crm: Leads }\nmap: { lastname: Name, email: Mail }\n");
        Files.writeString(
                Files.createDirectories(directory.resolve("in")).resolve("a.csv"), "Name,Mail\nBo,b@x.org\n,c@x.org\n");
        try (RunningApplication application = application()) {
            await().atMost(Duration.ofSeconds(40)).untilAsserted(() -> assertThat(get("/observe/metrics"))
                    .contains("vtiger_sync_rows_total{outcome=\"created\",sync=\"contacts\"} 1.0")
                    .contains("vtiger_sync_rows_total{outcome=\"created\",sync=\"leads\"} 1.0")
                    .contains("vtiger_sync_rejects{sync=\"leads\"} 1.0")
                    .contains("vtiger_sync_rejects{sync=\"contacts\"} 0.0")
                    .contains("vtiger_sync_up{sync=\"contacts\"} 1.0")
                    .containsPattern("vtiger_sync_ended_seconds\\{sync=\"leads\"} 1\\.\\d+E9")
                    .containsPattern("vtiger_store_size_bytes [1-9]"));
            // By it Camel finds the meters of the component in the single jar as well.
            assertThat(application.context().getApplicationContextClassLoader())
                    .isSameAs(RoutesApplication.class.getClassLoader());
            assertThat(get("/observe/metrics"))
                    .containsPattern("camel_vtiger_feed_lag_seconds\\{.*module=\"Contacts\".*} 0\\.0")
                    .containsPattern(
                            "camel_vtiger_calls_seconds_count\\{.*exception=\"none\",operation=\"query\".*} [1-9]")
                    .doesNotContain(crm.accessKey(), "st0reS3cret", "br0kerS3cret");
        }
    }

    @Test
    void aFirstLoadThatTakesLongIsReadyAndACrmThatDoesNotAnswerIsNot() throws Exception {
        IntStream.range(0, 10).forEach(each -> crm.crm().create("Contacts", Map.of("lastname", "Contact " + each)));
        sync(
                "contacts",
                "from: { crm: Contacts }\nto: { uri: 'seda:full?size=2&blockWhenFull=true' }\nstart: beginning\n");
        try (RunningApplication application = application()) {
            await().atMost(Duration.ofSeconds(40)).untilAsserted(() -> assertThat(get("/observe/metrics"))
                    .containsPattern("camel_vtiger_feed_inflight\\{.*module=\"Contacts\".*} [1-9]"));
            assertThat(get("/observe/health/ready")).startsWith(OK);

            application.context().addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    from("seda:full?size=2&blockWhenFull=true").to("log:taken");
                }
            });
            crm.close();

            await().atMost(Duration.ofSeconds(40)).untilAsserted(() -> assertThat(get("/observe/health/ready"))
                    .startsWith("HTTP 503")
                    .contains("Contacts"));
            assertThat(get("/observe/health/live")).startsWith(OK);
        }
    }

    @Test
    void anApplicationWhosePortIsTakenRunsWithoutOne() throws Exception {
        sync("leads", "from: { file: '%s/in' }\nto: { crm: Leads }\nmap: { lastname: Name }\n");
        Files.writeString(Files.createDirectories(directory.resolve("in")).resolve("a.csv"), "Name\nBo\n");
        try (ServerSocket taken = new ServerSocket(port, 1, InetAddress.getLoopbackAddress());
                RunningApplication application = application()) {
            await().until(() -> crm.crm().count("Leads") == 1);
        }
    }

    @Test
    void otherHostsAreAskedForAPassword() throws Exception {
        Map<String, String> open = settings();
        open.put("camel.management.host", "0.0.0.0");
        assertThatThrownBy(() -> RunningApplication.against(crm, directory, open))
                .hasStackTraceContaining("The setting camel.management.host is '0.0.0.0', which other hosts reach: set"
                        + " camel.management.authentication-enabled=true");

        // Of whom it would ask nobody.
        open.put("camel.management.authentication-enabled", "true");
        assertThatThrownBy(() -> RunningApplication.against(crm, directory, open))
                .hasStackTraceContaining("The setting camel.management.host is '0.0.0.0'");

        Map<String, String> asking = settings();
        asking.put("camel.management.host", "0.0.0.0");
        asking.put("camel.management.authentication-enabled", "true");
        asking.put(
                "camel.management.basic-properties-file",
                Files.writeString(directory.resolve("users.properties"), "user.oncall=night,role\n")
                        .toString());
        try (RunningApplication application = RunningApplication.against(crm, directory, asking)) {
            assertThat(get("/observe/health")).startsWith("HTTP 401");
            assertThat(get("/observe/metrics")).startsWith("HTTP 401");
            assertThat(answer(HttpRequest.newBuilder(uri("/observe/health"))
                            .header(
                                    "Authorization",
                                    "Basic "
                                            + Base64.getEncoder()
                                                    .encodeToString("oncall:night".getBytes(StandardCharsets.UTF_8)))
                            .build()))
                    .startsWith(OK);
        }
    }

    @Test
    void camelsConsoleIsNotThere() throws Exception {
        try (RunningApplication application = application()) {
            assertThat(get("/q/dev")).startsWith("HTTP 404");
        }
    }

    private String get(String path) throws IOException, InterruptedException {
        return answer(HttpRequest.newBuilder(uri(path)).build());
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    private String answer(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
        return "HTTP " + answer.statusCode() + "\n" + answer.body();
    }
}
