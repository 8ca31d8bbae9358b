package io.github.camelvtiger.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelvtiger.simulator.SimulatorServer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StopTest {

    @TempDir
    private Path directory;

    @Test
    void endsCleanlyWhenToldAndGoesOnWhereItWas() throws Exception {
        try (SimulatorServer crm = SimulatorServer.builder().seed("empty").start()) {
            Map<String, String> settings = Map.of(
                    "vtiger.url", crm.url(),
                    "vtiger.username", crm.username(),
                    "vtiger.access-key", crm.accessKey(),
                    "poll.delay", "500");
            String first = crm.crm().create("Contacts", Map.of("lastname", "First"));
            try (ChildApplication application = ChildApplication.start(directory, settings)) {
                awaitFile(first);
                application.terminate();
                // 128 + 15, as a JVM ends on SIGTERM.
                assertThat(application.await(60)).as(application.output()).isEqualTo(143);
                assertThat(application.output()).contains("Stopped").doesNotContain("ERROR");
            }

            String second = crm.crm().create("Contacts", Map.of("lastname", "Second"));
            try (RunningApplication application =
                    RunningApplication.against(crm, directory.resolve("data"), RunningApplication.BUNDLED)) {
                awaitFile(second);
                await().atMost(Duration.ofSeconds(90))
                        .untilAsserted(() -> assertThat(new DeliveredContacts(directory.resolve("data")).times())
                                .isEqualTo(Map.of(first, 1, second, 1)));
                assertThat(application.context().isStarted()).isTrue();
            }
        }
    }

    private void awaitFile(String id) {
        await().atMost(Duration.ofSeconds(90)).untilAsserted(() -> assertThat(
                        directory.resolve("data/contacts").resolve(id + ".json"))
                .exists());
    }
}
