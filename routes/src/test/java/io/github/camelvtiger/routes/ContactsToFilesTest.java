package io.github.camelvtiger.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelvtiger.VtigerComponent;
import io.github.camelvtiger.simulator.SimulatorServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The syncs contacts-to-files and contacts-by-day. */
class ContactsToFilesTest {

    @TempDir
    private Path directory;

    private SimulatorServer crm;

    @BeforeEach
    void start() {
        crm = SimulatorServer.builder().seed("empty").start();
    }

    @AfterEach
    void stop() {
        crm.close();
    }

    @Test
    void writeEveryContactAndEachChange() {
        String before = crm.crm().create("Contacts", Map.of("lastname", "Lovelace"));
        try (RunningApplication application = RunningApplication.against(crm, directory, RunningApplication.BUNDLED)) {
            awaitLastName(before, "Lovelace");
            awaitLine(before + " Lovelace");

            crm.crm().revise(before, Map.of("lastname", "Gräfin Ω"));
            String created = crm.crm().create("Contacts", Map.of("lastname", "Hopper"));

            awaitLastName(before, "Gräfin Ω");
            awaitLastName(created, "Hopper");
            awaitLine(before + " Gräfin Ω");
            awaitLine(created + " Hopper");
            assertThat(application.context().isStarted()).isTrue();
        }
    }

    @Test
    void goOnWhereTheRouteOfAnEarlierVersionWas() throws Exception {
        String before = crm.crm().create("Contacts", Map.of("lastname", "Before"));
        leaveTheCursorOfTheRoute();
        String meanwhile = crm.crm().create("Contacts", Map.of("lastname", "Meanwhile"));

        for (String next : List.of("First", "Second")) {
            String created;
            try (RunningApplication application =
                    RunningApplication.against(crm, directory, RunningApplication.BUNDLED)) {
                created = crm.crm().create("Contacts", Map.of("lastname", next));
                awaitLastName(created, next);
                awaitLine(created + " " + next);
                assertThat(application.context().isStarted()).isTrue();
            }
        }

        assertThat(lines())
                .as("one state of each, and none of what the route had delivered")
                .hasSize(3)
                .contains(meanwhile + " Meanwhile");
        assertThat(directory.resolve("contacts").resolve(before + ".json")).doesNotExist();
        assertThat(directory.resolve("contacts").resolve(meanwhile + ".json")).exists();
        assertThat(directory.resolve("cursors"))
                .isDirectoryContaining("glob:**/sync_contacts-by-day_Contacts-*.cursor")
                .isDirectoryContaining("glob:**/sync_contacts-to-files_Contacts-*.cursor")
                .isDirectoryNotContaining("glob:**/127.0.0.1*_Contacts-*.cursor");
    }

    /** By the feed that the route had. */
    private void leaveTheCursorOfTheRoute() throws Exception {
        AtomicInteger delivered = new AtomicInteger();
        try (DefaultCamelContext context = new DefaultCamelContext()) {
            VtigerComponent vtiger = new VtigerComponent();
            vtiger.getConfiguration().setUrl(crm.url());
            vtiger.getConfiguration().setUsername(crm.username());
            vtiger.getConfiguration().setAccessKey(crm.accessKey());
            context.addComponent("vtiger", vtiger);
            context.addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    from("vtiger:changes/Contacts?startFrom=beginning&initialDelay=0&delay=100&cursorDirectory="
                                    + directory.resolve("cursors"))
                            .process(exchange -> delivered.incrementAndGet());
                }
            });
            context.start();
            await().atMost(Duration.ofSeconds(60)).until(() -> delivered.get() == 1);
        }
    }

    private void awaitLastName(String id, String lastName) {
        Path file = directory.resolve("contacts").resolve(id + ".json");
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(file).exists().satisfies(written -> assertThat(Json.object(written))
                        .containsEntry("lastname", lastName)));
    }

    private void awaitLine(String line) {
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(lines()).contains(line));
    }

    /** Id and last name of each line of the day. */
    private List<String> lines() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.getFileName().toString().matches("contacts-\\d{4}-\\d\\d-\\d\\d\\.jsonl"))
                    .flatMap(ContactsToFilesTest::linesOf)
                    .map(Json::object)
                    .map(record -> record.get("id") + " " + record.get("lastname"))
                    .toList();
        }
    }

    private static Stream<String> linesOf(Path file) {
        try {
            return Files.readAllLines(file).stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
