package io.github.camelvtiger.routes;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelvtiger.simulator.SimulatorServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs with {@code --once} as processes that meet what does not pass by itself: with what they end. */
class FailingRunTest {

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
    void aRunEndsAtOnceWhenTheLoginIsRefused() throws Exception {
        Map<String, String> settings = settings();
        settings.put("vtiger.access-key", "wrong0key");
        try (ChildApplication application = ChildApplication.start(directory, settings, "--once")) {
            assertThat(application.await(LONG_ENOUGH)).as(application.output()).isEqualTo(1);
            assertThat(application.output())
                    .contains("The run ends early: ")
                    .contains("the setting vtiger.access-key")
                    .doesNotContain("accessKey")
                    .doesNotContain("wrong0key");
        }
    }

    @Test
    void aFileThatIsRefusedAsAWholeMakesTheRunFail() throws Exception {
        Path inbox = Files.createDirectories(directory.resolve("data/inbox/leads"));
        Files.writeString(inbox.resolve("shoes.csv"), "lastname,shoe size\nX,42\n");
        try (ChildApplication application = ChildApplication.start(directory, settings(), "--once")) {
            assertThat(application.await(LONG_ENOUGH)).as(application.output()).isEqualTo(1);
            assertThat(application.output()).contains("1 file(s) refused as a whole, see data/inbox/leads/failed");
        }
    }

    @Test
    void anExportThatCannotBeWrittenMakesTheRunFail() throws Exception {
        Files.createDirectories(directory.resolve("data"));
        Files.writeString(directory.resolve("data/export"), "a file, where the directory should be");
        try (ChildApplication application = ChildApplication.start(directory, settings(), "--once")) {
            assertThat(application.await(LONG_ENOUGH)).as(application.output()).isEqualTo(1);
            assertThat(application.output()).contains("The export failed: ").contains("the exit code is 1");
        }
    }

    @Test
    void aFullDiskUnderTheLogFileIsReportedOnceAndStopsNothing() throws Exception {
        Path log = Files.createDirectories(directory.resolve("full"));
        for (LocalDate day : List.of(LocalDate.now(), LocalDate.now().plusDays(1))) {
            Files.createSymbolicLink(log.resolve("vtiger-routes-" + day + "-1.log"), Path.of("/dev/full"));
        }
        Map<String, String> settings = settings();
        settings.put("log.directory", log.toString());
        try (ChildApplication application = ChildApplication.start(directory, settings, "--once")) {
            assertThat(application.await(LONG_ENOUGH)).as(application.output()).isZero();
            assertThat(application.output())
                    .containsOnlyOnce("The log file " + log.resolve("vtiger-routes-"))
                    .contains(".log cannot be written: No space left on device; until it can,")
                    .doesNotContain("\tat ");
        }
    }

    @Test
    void aRunEndsAtOnceIfTheCrmIsNotAtItsAddress() throws Exception {
        Map<String, String> settings = settings();
        settings.put("vtiger.url", crm.url() + "/nowhere");
        try (ChildApplication application = ChildApplication.start(directory, settings, "--once")) {
            assertThat(application.await(LONG_ENOUGH)).as(application.output()).isEqualTo(1);
            assertThat(application.output())
                    .containsPattern("The run ends early: .*correct the setting vtiger.url")
                    .doesNotContain("\tat ");
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
