package io.github.camelvtiger.crm;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelvtiger.LogLines;
import io.github.camelvtiger.client.ClientSettings;
import io.github.camelvtiger.client.RecordId;
import io.github.camelvtiger.client.VtigerException;
import io.github.camelvtiger.protocol.ServerCall;
import io.github.camelvtiger.session.Session;
import io.github.camelvtiger.simulator.SimulatorServer;
import io.github.camelvtiger.simulator.fault.Fault;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.LogManager;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is as good as a password never leaves the process but in requests to the CRM. */
class ClientSecretsTest {

    private static final String ACCESS_KEY = "TopSecretKey4711";

    private final List<String> said = new ArrayList<>();
    private SimulatorServer server;
    private LogLines log;

    @BeforeEach
    void start() {
        log = LogLines.of(Level.ALL);
        server = SimulatorServer.builder().seed("empty").accessKey(ACCESS_KEY).start();
    }

    @AfterEach
    void stop() {
        server.close();
        log.close();
    }

    @Test
    void neitherFailuresNorLogsShowWhatTheServerMustNotTellOthers() {
        LogManager.getLogger("io.github.camelvtiger.ClientSecretsTest").debug("the log is heard");
        String token;
        try (VtigerClient client = client(ACCESS_KEY)) {
            client.create("Contacts", Map.of("lastname", "Good")).join();
            token = String.valueOf(
                    ((Map<?, ?>) client.request("/getchallenge", "GET", Map.of("username", server.username()))
                                    .join())
                            .get("token"));
            for (Fault fault :
                    List.of(Fault.HTTP_500_EMPTY, Fault.HTML, Fault.CUT_AFTER_EFFECT, Fault.CUT_BEFORE_EFFECT)) {
                server.faults().failNext(1, fault, "create");
                failing(client.create("Contacts", Map.of("lastname", "Bad")));
                server.faults().failNext(4, fault, "query");
                failing(client.query("select lastname from Contacts;"));
            }
            failing(client.create("Nonsense", Map.of("lastname", "Bad")));
            failing(client.retrieve(RecordId.parse("12x999999")));
            failing(client.query("select nonsense from Contacts;"));
            failing(client.query("select lastname from Contacts where lastname = ''"));
            server.stop();
            failing(client.create("Contacts", Map.of("lastname", "Bad")));
            failing(client.listTypes());
        }
        server.start();
        try (VtigerClient wrong = client(ACCESS_KEY + "x")) {
            failing(wrong.me());
        }

        log.wholeLines().forEach(said::add);
        assertThat(token).hasSizeGreaterThan(8);
        assertThat(log.lines()).anyMatch(line -> line.contains("the log is heard"));
        assertThat(said)
                .hasSizeGreaterThan(12)
                .noneMatch(line -> line.contains(ACCESS_KEY))
                .noneMatch(line -> line.contains(token))
                .noneMatch(line -> line.contains("sessionName="))
                // Sessions and tokens of the server look like this, and nothing else here does.
                .noneMatch(line -> line.matches("(?s).*\\b[0-9a-f]{13,}\\b.*"));
    }

    @Test
    void valuesThatHoldSecretsDoNotPrintThem() {
        ClientSettings settings = new ClientSettings("http://crm/", "admin", ACCESS_KEY);
        ClientSettings.Proxy proxy = new ClientSettings.Proxy("proxy", 3128, "user", "ProxyPassword");
        Session session = new Session("5e551045ecret", Map.of("userId", "19x1"));
        ServerCall call = ServerCall.write("login", null, null, Map.of("accessKey", ACCESS_KEY));

        assertThat(settings.toString()).contains("admin").doesNotContain(ACCESS_KEY);
        assertThat(proxy.toString()).contains("3128").doesNotContain("ProxyPassword");
        assertThat(session.toString()).contains("19x1").doesNotContain("5e551045ecret");
        assertThat(call.toString()).contains("login").doesNotContain(ACCESS_KEY);
    }

    private void failing(CompletableFuture<?> call) {
        try {
            call.join();
            said.add("answered");
        } catch (CompletionException failure) {
            assertThat(failure).hasCauseInstanceOf(VtigerException.class);
            StringWriter text = new StringWriter();
            failure.printStackTrace(new PrintWriter(text));
            said.add(text.toString());
        }
    }

    private VtigerClient client(String accessKey) {
        return new VtigerClient(new ClientSettings(server.url(), server.username(), accessKey));
    }
}
