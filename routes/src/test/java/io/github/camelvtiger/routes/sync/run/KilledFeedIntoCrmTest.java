package io.github.camelvtiger.routes.sync.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelvtiger.routes.TestJvm;
import io.github.camelvtiger.routes.sync.definition.SyncDefinition;
import io.github.camelvtiger.routes.sync.definition.SyncFiles;
import io.github.camelvtiger.routes.sync.mapping.MappedRow;
import io.github.camelvtiger.routes.sync.store.JournalledWrite;
import io.github.camelvtiger.routes.sync.store.Run;
import io.github.camelvtiger.simulator.SimulatorServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The process of a feed from a CRM into a CRM is killed at random moments: each record is written once all the same. */
class KilledFeedIntoCrmTest {

    private static final int RECORDS = 300;

    /** More with {@code -Dvtiger.kills=100}. */
    private static final int KILLS = Integer.getInteger("vtiger.kills", 2);

    @TempDir
    Path directory;

    @Test
    @Timeout(value = 10, unit = TimeUnit.MINUTES)
    void eachRecordIsWrittenOnce() throws Exception {
        Random random = new Random(7);
        try (SimulatorServer server = SimulatorServer.builder().seed("empty").start()) {
            for (int number = 0; number < RECORDS; number++) {
                server.crm()
                        .create("Contacts", Map.of("lastname", "C" + number, "email", "c" + number + "@example.com"));
            }
            int written = 0;
            for (int kill = 0; kill < KILLS; kill++) {
                killAfter(server, written + 1 + random.nextInt(RECORDS / KILLS));
                written = (int) server.crm().count("Leads");
            }
            killAfter(server, RECORDS);

            assertThat(leads(server))
                    .extracting(lead -> lead.get("email"))
                    .doesNotHaveDuplicates()
                    .hasSize(RECORDS);
            // The last process was killed as well; what it left is settled by the next one.
            try (SyncsUnderTest syncs = new SyncsUnderTest(server, directory)) {
                follow(syncs, directory);
                Run load = syncs.store.runs().last("leads", Run.Kind.LOAD).orElseThrow();
                await().atMost(Duration.ofMinutes(5))
                        .until(() -> writes(syncs, load).size() >= RECORDS);
                assertThat(writes(syncs, load))
                        .extracting(JournalledWrite::place)
                        .doesNotHaveDuplicates()
                        .hasSize(RECORDS);
                assertThat(syncs.store.rejects().open("leads")).isEmpty();
            }
        }
    }

    private static List<JournalledWrite> writes(SyncsUnderTest syncs, Run run) {
        List<JournalledWrite> writes = new ArrayList<>();
        syncs.store.journal().ofRun(run.id(), write -> {
            if (write.state() == JournalledWrite.State.WRITTEN) {
                writes.add(write);
            }
        });
        return writes;
    }

    private void killAfter(SimulatorServer server, int number) throws Exception {
        Process process = TestJvm.unwatched(
                        FeedProcess.class, server.url(), server.username(), server.accessKey(), directory.toString())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(directory.resolve("errors.txt").toFile())
                .start();
        while (process.isAlive() && server.crm().count("Leads") < number) {
            process.waitFor(5, TimeUnit.MILLISECONDS);
        }
        process.destroyForcibly().waitFor();
    }

    private static List<Map<String, String>> leads(SimulatorServer server) {
        return server.crm().records("Leads");
    }

    private static void follow(SyncsUnderTest syncs, Path directory) throws Exception {
        syncs.mapping = row -> new MappedRow.Record(Map.of(
                "lastname", row.cells().get("lastname"), "email", row.cells().get("email"), "company", "Partner"));
        syncs.addFeeds(sync(directory), directory.resolve("cursors"));
    }

    private static SyncDefinition sync(Path directory) throws IOException {
        Path files = Files.createDirectories(directory.resolve("syncs"));
        Files.writeString(files.resolve("leads.yaml"), "from: { crm: Contacts }\nto: { crm: Leads, match: [email] }\n");
        return SyncFiles.read(files, UnaryOperator.identity()).files().get(0).definition();
    }

    /** A feed, until it is killed. */
    static final class FeedProcess {

        public static void main(String[] arguments) throws Exception {
            Path directory = Path.of(arguments[3]);
            try (SyncsUnderTest syncs = new SyncsUnderTest(arguments[0], arguments[1], arguments[2], directory)) {
                follow(syncs, directory);
                Thread.currentThread().join();
            }
        }
    }
}
