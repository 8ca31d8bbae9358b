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
    void whatIsRefusedMakesTheRunFailAndIsInTheSummary() throws Exception {
        Path inbox = Files.createDirectories(directory.resolve("data/inbox/leads"));
        Files.writeString(inbox.resolve("shoes.csv"), "shoe size,hat\n42,56\n");
        Files.writeString(inbox.resolve("rows.csv"), "lastname\nGood\n\"\uD83D\uDE00\"\n");
        Files.writeString(directory.resolve("data/export"), "a file, where the directory should be");
        Path syncs = Files.createDirectories(directory.resolve("syncs"));
        Files.copy(Path.of("../syncs/leads-from-csv.yaml"), syncs.resolve("leads-from-csv.yaml"));
        Files.writeString(syncs.resolve("broken.yaml"), "from: { crm: Leads }\n");
        Files.writeString(
                syncs.resolve("all-leads.yaml"),
                "from: { crm: Leads, cron: 0 0 2 * * ? }\nto: { file: all, name: '{module}-{run}.csv' }\n"
                        + "after: leads-from-csv\n");
        Files.createDirectories(directory.resolve("idle"));
        Files.writeString(syncs.resolve("idle.yaml"), "from: { file: idle }\nto: { crm: Leads, match: [email] }\n");
        Files.writeString(
                syncs.resolve("after-idle.yaml"),
                "from: { crm: Contacts }\nto: { file: contacts, name: '{id}.json' }\nafter: idle\n");
        Files.writeString(
                syncs.resolve("nightly.yaml"),
                "from: { crm: Contacts, cron: 0 0 2 * * ? }\nto: { file: all, name: '{module}-{run}.csv' }\nafter: idle\n");
        try (ChildApplication application = ChildApplication.start(directory, settings(), "sync", "run")) {
            assertThat(application.await(LONG_ENOUGH)).as(application.output()).isEqualTo(1);
            assertThat(application.output())
                    .contains("1 file(s) refused as a whole, see data/inbox/leads/failed")
                    .contains("sync leads-from-csv: 1 row(s) rejected;")
                    .contains("the exit code is 1, unless by --allow-rejects")
                    .contains("1 sync file(s) have faults, see above, and were not run; the exit code is 1")
                    .contains("The export failed: ")
                    .contains("The sync after-idle has not run. It waits for the sync idle, which has not run yet.")
                    .containsPattern("The sync nightly refused.*It waits for the sync idle, which has not run yet")
                    .contains("the route nightly-export failed, see above for the reason; the exit code is 1")
                    .doesNotContain("sync contacts-to-files");
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

    private Map<String, String> settings() throws IOException {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("vtiger.url", crm.url());
        settings.put("vtiger.username", crm.username());
        settings.put("vtiger.access-key", crm.accessKey());
        settings.put("poll.delay", "500");
        return settings;
    }
}
