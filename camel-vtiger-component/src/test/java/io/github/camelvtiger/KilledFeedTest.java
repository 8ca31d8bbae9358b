package io.github.camelvtiger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelvtiger.simulator.SimulatorServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** kill -9 in the middle of a feed. */
class KilledFeedTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    Path directory;

    @Test
    void aKilledProcessLosesNothingAndRepeatsOnlyWhatWasInFlight() throws Exception {
        try (SimulatorServer server =
                SimulatorServer.builder().seed("contacts=400").start()) {
            Process killed = follow(server);
            await().atMost(PATIENCE).until(() -> seen().size() > 150);
            killed.destroyForcibly().waitFor();
            Set<String> all = server.crm().records("Contacts").stream()
                    .map(contact -> contact.get("id"))
                    .collect(Collectors.toSet());
            assertThat(new HashSet<>(seen())).hasSizeLessThan(all.size());

            Process next = follow(server);
            try {
                await().atMost(PATIENCE).until(() -> new HashSet<>(seen()).containsAll(all));
            } finally {
                next.destroyForcibly().waitFor();
            }
            assertThat(seen()).as("one exchange at a time was in flight").hasSizeLessThanOrEqualTo(all.size() + 1);
        }
    }

    private Process follow(SimulatorServer server) throws IOException {
        String uri = "vtiger:changes/Contacts?startFrom=beginning&initialDelay=0&delay=100&maxInFlight=1&url="
                + server.url()
                + "&username=" + server.username() + "&accessKey=RAW(" + server.accessKey() + ")&cursorDirectory=RAW("
                + directory.resolve("cursors") + ")";
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        FeedProcess.class.getName(),
                        uri,
                        file().toString())
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("process.log").toFile())
                .start();
    }

    private List<String> seen() throws IOException {
        return Files.exists(file()) ? Files.readAllLines(file()) : List.of();
    }

    private Path file() {
        return directory.resolve("seen");
    }
}
