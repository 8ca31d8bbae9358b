package io.github.camelvtiger.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelvtiger.simulator.SimulatorServer;
import io.github.camelvtiger.simulator.fault.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Syncs of all modules of a CRM into files, in an application that runs. */
class AllModulesIntoFilesTest {

    @TempDir
    private Path directory;

    private SimulatorServer crm;

    @BeforeEach
    void start() throws IOException {
        Files.createDirectories(directory.resolve("syncs"));
        crm = SimulatorServer.builder().seed("empty").start();
    }

    @AfterEach
    void stop() {
        crm.close();
    }

    @Test
    void aFeedWaitsForTheCrmAndReadsWholeWhatHasNoClock() throws IOException {
        sync(
                """
                from: { crm: "*", exclude: [Leads] }
                to: { file: '%s/all', name: '{module}-{day}.jsonl' }
                deletions: true
                modules: { Contacts: { where: "lastname != 'Nobody'" } }
                """);
        String anna = crm.crm().create("Contacts", Map.of("lastname", "Anna"));
        crm.crm().create("Contacts", Map.of("lastname", "Nobody"));
        crm.crm().create("Leads", Map.of("lastname", "Left", "company", "Out"));
        String group = crm.crm().create("Groups", Map.of("groupname", "Night shift"));
        crm.stop();
        try (RunningApplication application = application()) {
            await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> assertThat(command(0, "status"))
                    .contains("all: never run; Nothing is read yet: "));
            crm.start();
            awaitLine("Contacts", anna);
            awaitLine("Groups", "Night shift");
            awaitLine("Currency", "USD");
            awaitLine("Users", "\"user_name\":\"admin\"");
            assertThat(lines("Users")).noneMatch(line -> line.contains("accesskey") || line.contains("user_password"));
            assertThat(lines("Contacts")).hasSize(1);
            assertThat(lines("Leads")).isEmpty();
            assertThat(command(0, "status"))
                    .contains("all modules but Leads: ")
                    .contains("left out: LineItem (its records come with their orders)")
                    .doesNotContain("not known");
            assertThat(application.context().isStarted()).isTrue();
        }
        List<String> users = lines("Users");
        crm.crm().revise(group, Map.of("description", "from ten to six"));
        try (RunningApplication again = application()) {
            awaitLine("Groups", "from ten to six\",\"_event\":\"updated\"");
            crm.crm().revise(anna, Map.of("lastname", "Berta"));
            awaitLine("Contacts", "Berta");
            assertThat(lines("Users")).isEqualTo(users);
            assertThat(again.context().isStarted()).isTrue();
        }
        crm.crm().delete(group);
        try (RunningApplication again = application()) {
            awaitLine("Groups", "\"id\":\"" + group + "\",\"_event\":\"deleted\"");
            assertThat(again.context().isStarted()).isTrue();
        }
    }

    @Test
    void anExportReadsEveryModuleAndSaysWhichItLeavesOut() throws IOException {
        sync(
                """
                from: { crm: "*", exclude: [Emails, Leads], cron: 0 0 2 1 1 ? }
                to: { file: '%s/all', name: '{module}.csv' }
                modules: { Contacts: { map: { name: lastname } } }
                """);
        crm.crm().create("Contacts", Map.of("lastname", "Anna"));
        try (RunningApplication application = application()) {
            crm.faults().failNext(1, Fault.HTTP_500_EMPTY, "listtypes");
            assertThat(command(0, "run", "all"))
                    .contains(" created; left out: LineItem (its records come with their orders)");
            assertThat(lines("Contacts")).containsExactly("name", "Anna");
            assertThat(lines("Users").get(0))
                    .contains("user_name,")
                    .doesNotContain("accesskey", "user_password", "confirm_password");
            assertThat(lines("Tax")).hasSizeGreaterThan(1);
            try (Stream<Path> files = Files.list(directory.resolve("all"))) {
                assertThat(files.map(file -> file.getFileName().toString()))
                        .contains("Invoice.csv", "PBXManager.csv", "DocumentFolders.csv")
                        .doesNotContain("Emails.csv", "Leads.csv", "LineItem.csv");
            }
            assertThat(command(0, "run", "all")).contains(" created; ");
            assertThat(application.context().isStarted()).isTrue();
        }
    }

    @Test
    void aModuleThatTheCrmDoesNotHaveStopsTheSyncAndNoOther() throws IOException {
        sync("from: { crm: \"*\", exclude: Email }\nto: { file: '%s/all', name: '{id}-{module}.json' }\n");
        Files.writeString(
                directory.resolve("syncs/one.yaml"),
                "from: { crm: Contacts }\nto: { file: '" + directory + "/all', name: 'Contacts-{day}.jsonl' }\n");
        crm.crm().create("Contacts", Map.of("lastname", "Anna"));
        try (RunningApplication application = application()) {
            await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> assertThat(command(0, "status"))
                    .contains("There is no module 'Email' that the user may see; did you mean Emails?"));
            awaitLine("Contacts", "Anna");
            assertThat(application.context().isStarted()).isTrue();
        }
    }

    private void sync(String text) throws IOException {
        Files.writeString(directory.resolve("syncs/all.yaml"), text.replace("%s", directory.toString()));
    }

    private RunningApplication application() {
        Map<String, String> settings = new HashMap<>(
                Map.of("syncs.directory", directory.resolve("syncs").toString()));
        settings.put("camel.component.vtiger.deleted-check-period", "500");
        settings.put("cursor.directory", directory.resolve("cursors").toString());
        return RunningApplication.against(crm, directory, settings);
    }

    private void awaitLine(String module, String part) {
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(lines(module)).anyMatch(line -> line.contains(part)));
    }

    private List<String> lines(String module) throws IOException {
        Path all = directory.resolve("all");
        if (!Files.exists(all)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(all)) {
            Path file = files.filter(each -> each.getFileName().toString().matches(module + "[-.].*"))
                    .findFirst()
                    .orElse(null);
            return file == null ? List.of() : Files.readAllLines(file);
        }
    }

    private String command(int exitCode, String... arguments) throws IOException {
        return GivenCommand.to(directory, exitCode, arguments);
    }
}
