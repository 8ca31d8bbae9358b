package io.github.camelvtiger.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelvtiger.simulator.SimulatorServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The CRM or the application is gone for a while: nothing is lost. */
class OutageTest {

    private static final int CONTACTS = 300;

    @TempDir
    private Path directory;

    @Test
    void waitsForACrmThatIsDownAtTheStart() throws IOException {
        Files.createDirectories(directory.resolve("inbox/leads"));
        Files.writeString(directory.resolve("inbox/leads/waiting.csv"), "lastname\nPatience\n");
        try (SimulatorServer crm = SimulatorServer.builder().seed("empty").start()) {
            String id = crm.crm().create("Contacts", Map.of("lastname", "Late"));
            crm.stop();

            try (RunningApplication application =
                    RunningApplication.against(crm, directory, RunningApplication.BUNDLED)) {
                assertThat(application.context().isStarted()).isTrue();
                crm.start();

                await().atMost(Duration.ofSeconds(90)).untilAsserted(() -> {
                    assertThat(directory.resolve("contacts").resolve(id + ".json"))
                            .exists();
                    assertThat(crm.crm().records("Leads"))
                            .extracting(lead -> lead.get("lastname"))
                            .containsExactly("Patience");
                });
            }
        }
    }

    @Test
    void losesNothingWhenItIsKilledInTheMiddleOfAFeed() throws Exception {
        try (SimulatorServer crm = SimulatorServer.builder().seed("empty").start()) {
            List<String> ids = IntStream.range(0, CONTACTS)
                    .mapToObj(number -> crm.crm().create("Contacts", Map.of("lastname", "Before " + number)))
                    .toList();

            try (ChildApplication application = ChildApplication.start(directory, settings(crm))) {
                ids.forEach(id -> crm.crm().revise(id, Map.of("lastname", "After")));
                await().atMost(Duration.ofSeconds(90)).until(() -> stale(crm, ids) < CONTACTS);
                application.kill();
            }
            try (RunningApplication application =
                    RunningApplication.against(crm, directory.resolve("data"), RunningApplication.BUNDLED)) {
                await().atMost(Duration.ofSeconds(120))
                        .untilAsserted(() -> assertThat(stale(crm, ids)).isZero());
                assertThat(application.context().isStarted()).isTrue();
            }
        }
    }

    /** How many Contacts have no file, or one with another state than the CRM. */
    private long stale(SimulatorServer crm, List<String> ids) {
        return ids.stream()
                .filter(id ->
                        !written(id).equals(crm.crm().record(id).orElseThrow().get("lastname")))
                .count();
    }

    private Object written(String id) {
        Path file = directory.resolve("data/contacts").resolve(id + ".json");
        return Files.exists(file) ? Json.object(file).get("lastname") : "none";
    }

    private static Map<String, String> settings(SimulatorServer crm) {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("vtiger.url", crm.url());
        settings.put("vtiger.username", crm.username());
        settings.put("vtiger.access-key", crm.accessKey());
        settings.put("poll.delay", "500");
        return settings;
    }
}
