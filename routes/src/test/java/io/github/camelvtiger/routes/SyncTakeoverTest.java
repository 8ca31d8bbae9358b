package io.github.camelvtiger.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelvtiger.simulator.SimulatorServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two instances on one host: one has the database of the syncs, and the other takes the syncs over when it is killed. */
class SyncTakeoverTest {

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    @TempDir
    private Path directory;

    @Test
    void aKilledInstanceIsReplaced() throws Exception {
        Path each = directory.resolve("each");
        Files.writeString(
                Files.createDirectories(directory.resolve("syncs")).resolve("each.yaml"),
                "from: { crm: Contacts }\nto: { file: '" + each + "', name: '{id}.json' }\n");
        try (SimulatorServer crm = SimulatorServer.builder().seed("empty").start();
                ChildApplication first = start(crm)) {
            awaitFileOf(crm.crm().create("Contacts", Map.of("lastname", "Anna")));
            Path door = directory.resolve("data/store/commands.json");
            String commandsOfTheFirst = Files.readString(door);
            try (RunningApplication second = RunningApplication.against(
                    crm,
                    directory.resolve("data"),
                    Map.of("syncs.directory", directory.resolve("syncs").toString()))) {
                assertThat(door).as("the first one has the syncs").hasContent(commandsOfTheFirst);
                first.kill();

                awaitFileOf(crm.crm().create("Contacts", Map.of("lastname", "Berta")));
                await().atMost(PATIENCE)
                        .untilAsserted(() -> assertThat(Files.readString(door)).isNotEqualTo(commandsOfTheFirst));
                assertThat(second.context().isStarted()).isTrue();
            }
        }
    }

    private ChildApplication start(SimulatorServer crm) throws Exception {
        return ChildApplication.start(
                directory,
                Map.of(
                        "vtiger.url", crm.url(),
                        "vtiger.username", crm.username(),
                        "vtiger.access-key", crm.accessKey(),
                        "poll.delay", "500"));
    }

    private void awaitFileOf(String id) {
        await().atMost(PATIENCE)
                .until(() -> Files.exists(directory.resolve("each").resolve(id + ".json")));
    }
}
