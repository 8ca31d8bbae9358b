package io.github.camelvtiger.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelvtiger.simulator.SimulatorServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContactsToFilesTest {

    @TempDir
    private Path directory;

    @Test
    void writesEveryContactAndEachChange() {
        try (SimulatorServer crm = SimulatorServer.builder().seed("empty").start()) {
            String before = crm.crm().create("Contacts", Map.of("lastname", "Lovelace"));
            try (RunningApplication application = RunningApplication.against(crm, directory, Map.of())) {
                awaitLastName(before, "Lovelace");

                crm.crm().revise(before, Map.of("lastname", "Gräfin Ω"));
                String created = crm.crm().create("Contacts", Map.of("lastname", "Hopper"));

                awaitLastName(before, "Gräfin Ω");
                awaitLastName(created, "Hopper");
                await().untilAsserted(() -> assertThat(linesOfTheDay())
                        .extracting(record -> record.get("id") + " " + record.get("lastname"))
                        .contains(before + " Lovelace", before + " Gräfin Ω", created + " Hopper"));
                assertThat(application.context().isStarted()).isTrue();
            }
        }
    }

    private void awaitLastName(String id, String lastName) {
        Path file = directory.resolve("contacts").resolve(id + ".json");
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(file).exists().satisfies(written -> assertThat(Json.object(written))
                        .containsEntry("lastname", lastName)));
    }

    private List<Map<String, Object>> linesOfTheDay() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.getFileName().toString().matches("contacts-\\d{4}-\\d\\d-\\d\\d\\.jsonl"))
                    .flatMap(ContactsToFilesTest::lines)
                    .map(Json::object)
                    .toList();
        }
    }

    private static Stream<String> lines(Path file) {
        try {
            return Files.readAllLines(file).stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
