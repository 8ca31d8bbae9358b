package io.github.camelvtiger.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelvtiger.routes.sync.remote.CommandClient;
import io.github.camelvtiger.simulator.SimulatorServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The examples of {@code docs/syncs.md} and the README, given to an application that runs. */
class SyncExampleTest {

    private static final Path PAGE = Path.of("..", "docs", "syncs.md");
    private static final Path README = Path.of("..", "README.md");

    @TempDir
    private Path directory;

    private final List<String> progress = new CopyOnWriteArrayList<>();

    @Test
    void theExampleIsPlannedRunAndTraced() throws Exception {
        Path inbox = directory.resolve("inbox").resolve("leads-of-partners");
        Files.createDirectories(inbox);
        Path syncs = Files.createDirectories(directory.resolve("syncs"));
        Files.writeString(
                syncs.resolve("partner-leads.yaml"), block("yaml").replace("data/inbox/leads", inbox.toString()));
        Path file = Files.writeString(directory.resolve("leads.csv"), block("csv"));
        try (SimulatorServer crm = SimulatorServer.builder().seed("empty").start();
                RunningApplication application = RunningApplication.against(
                        crm, directory, Map.of("syncs.directory", syncs.toString(), "syncs.minimum-age", "200ms"))) {
            assertThat(command(0, "plan", "partner-leads", file.toString()))
                    .contains("2 created, 1 rejected")
                    .contains("lastname: nothing -> 'Ahrens'", "industry: nothing -> 'Construction'");
            assertThat(crm.crm().records("Leads")).isEmpty();
            assertThat(command(1, "run", "partner-leads", file.toString())).contains("2 created, 1 rejected");
            assertThat(progress).endsWith("0 of 3 written", "3 of 3 written");
            assertThat(crm.crm().records("Leads"))
                    .extracting(lead -> lead.get("leadsource"))
                    .containsExactly("Partner", "Partner");
            assertThat(command(0, "status"))
                    .contains("partner-leads: partner-leads-", " done at ", "1 rejected row waits", "The store has ");
            assertThat(command(0, "rejects", "partner-leads")).contains("line 4", "Nobody");

            Files.writeString(inbox.resolve("new.csv"), block("csv").replace("Ahrens;", "Arens;"));
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> command(0, "trace", "ahrens@example.com").contains("'Ahrens' -> 'Arens'"));
            Path rejects = await().atMost(Duration.ofSeconds(60))
                    .until(() -> rejectsIn(inbox.resolve("done")), Optional::isPresent)
                    .orElseThrow();
            String second = Pattern.compile("partner-leads-\\d{8}-\\d{6}\\S*(?=, new.csv)")
                    .matcher(command(0, "trace", "ahrens@example.com"))
                    .results()
                    .findFirst()
                    .orElseThrow()
                    .group();
            assertThat(command(0, "undo", second, "--dry-run"))
                    .contains("1 fields of 1 records go back", "Nothing was written");
            assertThat(crm.crm().records("Leads"))
                    .extracting(lead -> lead.get("lastname"))
                    .containsExactly("Arens", "Berg");
            assertThat(command(0, "undo", second)).contains("1 records set back");
            assertThat(crm.crm().records("Leads"))
                    .extracting(lead -> lead.get("lastname"))
                    .containsExactly("Ahrens", "Berg");
            assertThat(command(2, "undo", "no-such-run")).isEmpty();

            Files.writeString(
                    inbox.resolve("corrected.csv"),
                    Files.readString(rejects).replace("Nobody;;", "Nobody;nobody@example.com;"));
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> command(0, "trace", "nobody@example.com").contains("create"));
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> command(0, "status").contains("1 rejected row waits"));
            assertThat(command(1, "rejects", "partner-leads", "--retry")).contains("1 rejected");
            Path exported = directory.resolve("exported.csv");
            command(0, "rejects", "partner-leads", "--export", exported.toString());
            assertThat(Files.readString(exported)).contains("_reject,_reason,Last Name", "Nobody");
            assertThat(command(2, "rejects", "partner-leads", "--export", exported.toString()))
                    .isEmpty();
            assertThat(command(2, "rejects", "partner-leads", "--drop", "--retry"))
                    .isEmpty();
            assertThat(command(0, "rejects", "partner-leads", "--drop")).contains("1 row given up.");
            assertThat(command(0, "rejects", "partner-leads")).contains("No row of partner-leads waits.");
            assertThat(command(2, "rejects", "partner-lead")).isEmpty();

            assertThat(command(0, "forget", "ahrens@example.com", "--dry-run")).contains("It would erase ");
            assertThat(command(0, "trace", "ahrens@example.com")).contains("'Ahrens' -> 'Arens'");
            assertThat(command(0, "forget", "ahrens@example.com")).contains("Erased: ", " to 1 record (");
            assertThat(command(0, "trace", "ahrens@example.com")).contains("No sync has written");
            assertThat(command(0, "forget", "ahrens@example.com")).contains("Nothing is kept of ");
            assertThat(command(2, "forget", " ")).isEmpty();
            assertThat(application.context().isStarted()).isTrue();
        }
    }

    private static Optional<Path> rejectsIn(Path done) throws IOException {
        if (!Files.exists(done)) {
            return Optional.empty();
        }
        try (Stream<Path> files = Files.list(done)) {
            return files.filter(file -> file.getFileName().toString().matches("\\d.*-new\\.rejects\\.csv"))
                    .findFirst();
        }
    }

    private static String block(String language) throws IOException {
        Matcher block =
                Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL).matcher(Files.readString(PAGE));
        assertThat(block.find()).isTrue();
        return block.group(1);
    }

    private String command(int exitCode, String... arguments) throws IOException {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        assertThat(CommandClient.give(
                        directory.resolve("store").resolve("commands.json"),
                        Path.of("").toAbsolutePath(),
                        new PrintWriter(out),
                        new PrintWriter(err),
                        (doing, done, total) -> progress.add(done + " of " + total + " " + doing),
                        arguments))
                .as("%s%s", out, err)
                .hasValue(exitCode);
        return out.toString();
    }
}
