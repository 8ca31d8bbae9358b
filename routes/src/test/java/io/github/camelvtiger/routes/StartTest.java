package io.github.camelvtiger.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.github.camelvtiger.simulator.SimulatorServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The application as a process: what it says of settings that are wrong, and with what it ends. */
class StartTest {

    private static final long LONG_ENOUGH = 240;

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
    void refusesWhatIsWrongAllAtOnceBeforeAnythingStarts() throws Exception {
        Map<String, String> settings = Map.of(
                "vtiger.url", "http://127.0.0.1:1",
                "vtiger.usrname", "me",
                "leads.charset", "UTF-8",
                "poll.dealy", "5000",
                "poll.delay", "5 Minuten",
                "export.cron", "nightly",
                "tickets.redeliveries", "{{no.such}}");
        try (ChildApplication application = ChildApplication.start(directory, settings)) {
            assertThat(application.await(LONG_ENOUGH)).isEqualTo(1);
            assertThat(application.output())
                    .contains("There is no setting vtiger.usrname; you probably mean vtiger.username.")
                    .contains(
                            "The setting vtiger.username is missing: vtiger.url is set; set it in application.properties.")
                    .contains("There is no setting leads.charset any more; write 'charset:'")
                    .contains("There is no setting poll.dealy; you probably mean poll.delay.")
                    .contains("The setting poll.delay is '5 Minuten', which is not a duration;")
                    .contains("The setting export.cron is 'nightly', which is not a schedule of Quartz")
                    .contains("The setting tickets.redeliveries holds a placeholder that cannot be resolved")
                    .doesNotContain("simulated")
                    .doesNotContain("\tat ");
            assertThat(log()).contains("ERROR routes").contains("There is no setting vtiger.usrname");
        }
    }

    @Test
    void theCommandOverCursorsRefusesToo() throws Exception {
        Map<String, String> settings = Map.of("cursor.directry", "elsewhere", "export.cron", "not its business");
        try (ChildApplication application = ChildApplication.start(directory, settings, "cursor", "list")) {
            assertThat(application.await(LONG_ENOUGH)).isEqualTo(1);
            assertThat(application.output())
                    .contains("cursor.directry", "cursor.directory")
                    .doesNotContain("cron");
        }
    }

    @Test
    void withoutARunARefusedLoginIsLoggedOnce() throws Exception {
        Map<String, String> settings = settings();
        settings.put("vtiger.username", "nobody");
        try (ChildApplication application = ChildApplication.start(directory, settings)) {
            await().atMost(Duration.ofSeconds(120))
                    .untilAsserted(() -> assertThat(application.output()).contains("setting vtiger.username"));
            assertThat(application.isAlive()).isTrue();
        }
    }

    @Test
    void aModuleThatTheCrmDoesNotHaveEndsTheApplication() throws Exception {
        Map<String, String> settings = settings();
        settings.put("export.module", "Contcts");
        for (String[] arguments : new String[][] {{}, {"--once"}}) {
            try (ChildApplication application = ChildApplication.start(directory, settings, arguments)) {
                assertThat(application.await(LONG_ENOUGH))
                        .as(application.output())
                        .isEqualTo(1);
                assertThat(application.output())
                        .contains("The setting export.module is 'Contcts': ")
                        .contains("Contacts");
            }
        }
    }

    @Test
    void whatFailsIsSaidInOneLineAndSoIsThatItIsOver() throws Exception {
        Files.createDirectories(directory.resolve("data"));
        Path place = Files.writeString(directory.resolve("data/contacts"), "a file, where the directory should be");
        String id = crm.crm().create("Contacts", Map.of("lastname", "Unwritten"));
        try (ChildApplication application = ChildApplication.start(directory, settings())) {
            await().atMost(Duration.ofSeconds(120)).untilAsserted(() -> assertThat(application.output())
                    .containsPattern("ERROR sync .*contacts-to-files.* " + id)
                    .contains("data/contacts"));
            crm.stop();
            await().atMost(Duration.ofSeconds(120))
                    .untilAsserted(() -> assertThat(application.output()).contains("The CRM does not answer: "));
            Files.delete(place);
            crm.start();
            await().atMost(Duration.ofSeconds(120)).untilAsserted(() -> assertThat(application.output())
                    .contains("The CRM answers again, after 0 min "));
            await().atMost(Duration.ofSeconds(120)).until(() -> Files.exists(place.resolve(id + ".json")));
            assertThat(application.output())
                    .containsOnlyOnce("The CRM does not answer")
                    .doesNotContain("Failed polling endpoint")
                    .doesNotContain("Exhausted")
                    .doesNotContain("Message History");
        }
    }

    @Test
    void aDirectoryWhereNothingCanBeWrittenIsRefused() {
        // On every Linux a directory in which not even root can make another.
        assertThatThrownBy(() -> RunningApplication.against(
                        crm, Path.of("/proc/data"), Map.of("log.directory", directory.toString())))
                .hasMessageContaining("The setting data.directory is '/proc/data', where nothing can be written (");
    }

    private String log() throws IOException {
        try (Stream<Path> files = Files.list(directory.resolve("data/log"))) {
            return Files.readString(files.findFirst().orElseThrow());
        }
    }

    private Map<String, String> settings() throws IOException {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("vtiger.url", crm.url());
        settings.put("vtiger.username", crm.username());
        settings.put("vtiger.access-key", crm.accessKey());
        settings.put("poll.delay", "500");
        return settings;
    }
}
