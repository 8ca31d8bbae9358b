package io.github.camelvtiger.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Notices of what a person has to see to. */
class NoticesTest extends SyncApplicationTestSupport {

    private final List<String> notices = new CopyOnWriteArrayList<>();
    private HttpServer hook;

    @BeforeEach
    void openHook() throws IOException {
        hook = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        hook.createContext("/hook", call -> {
            notices.add(call.getRequestMethod() + " " + call.getRequestHeaders().getFirst("Content-Type") + " "
                    + new String(call.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            call.sendResponseHeaders(204, -1);
            call.close();
        });
        hook.start();
    }

    @AfterEach
    void closeHook() {
        hook.stop(0);
    }

    @Override
    Map<String, String> settings() {
        Map<String, String> settings = super.settings();
        settings.put("notify.to", "http://127.0.0.1:" + hook.getAddress().getPort() + "/hook");
        settings.put("notify.every", "200");
        settings.put("notify.rejects", "1");
        return settings;
    }

    @Test
    void aSyncThatItsLimitsStopAndRejectsThatPileUpAreSaidOnce() throws Exception {
        sync(
                "stopped",
                "from: { file: '%s/a' }\nto: { crm: Leads }\nmap: { lastname: Name }\nlimits: { changes: 1 }\n");
        sync("piling", "from: { file: '%s/b' }\nto: { crm: Leads }\nmap: { lastname: Name, city: City }\n");
        Files.writeString(Files.createDirectories(directory.resolve("a")).resolve("a.csv"), "Name\nAnna\nBo\n");
        Files.writeString(Files.createDirectories(directory.resolve("b")).resolve("b.csv"), "Name,City\n,Bonn\n,Ulm\n");
        try (RunningApplication application = application()) {
            await().atMost(Duration.ofSeconds(40)).untilAsserted(() -> assertThat(notices)
                    .anySatisfy(notice -> assertThat(notice)
                            .startsWith("POST application/json {\"cause\":\"sync:stopped\"")
                            .contains("The sync stopped needs a person", "limits.changes allows 1"))
                    .anySatisfy(
                            notice -> assertThat(notice).contains("\"rejects:piling\"", "2 rejects of piling wait")));
            await().during(Duration.ofSeconds(1)).until(() -> notices.size() == 2);
        }
    }

    @Test
    void aRefusedLoginIsSaid() throws Exception {
        sync("contacts", "from: { crm: Contacts }\nto: { file: '%s/out', format: jsonl, name: '{day}' }\n");
        Map<String, String> settings = settings();
        settings.put("vtiger.access-key", "wrong");
        try (RunningApplication application = RunningApplication.against(crm, directory, settings)) {
            await().atMost(Duration.ofSeconds(40)).untilAsserted(() -> assertThat(notices)
                    .anySatisfy(notice -> assertThat(notice).contains("\"login\"", "The CRM refuses the login")));
            assertThat(notices).noneMatch(notice -> notice.contains("wrong\""));
        }
    }

    @Test
    void theDayIsSummedUp() throws Exception {
        sync("leads", "from: { file: '%s/a' }\nto: { crm: Leads }\nmap: { lastname: Name }\n");
        Files.writeString(Files.createDirectories(directory.resolve("a")).resolve("a.csv"), "Name\nAnna\n");
        Map<String, String> settings = settings();
        settings.put("notify.daily", LocalTime.now().plusSeconds(15).withNano(0).toString());
        try (RunningApplication application = RunningApplication.against(crm, directory, settings)) {
            await().atMost(Duration.ofSeconds(60))
                    .untilAsserted(() -> assertThat(notices).anySatisfy(notice -> assertThat(notice)
                            .contains("\"daily\"", "What happened since yesterday", "leads: 1 created")));
        }
    }
}
