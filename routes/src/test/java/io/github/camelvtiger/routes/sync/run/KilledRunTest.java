package io.github.camelvtiger.routes.sync.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelvtiger.routes.TestJvm;
import io.github.camelvtiger.routes.sync.store.JournalledWrite;
import io.github.camelvtiger.routes.sync.store.Run;
import io.github.camelvtiger.simulator.SimulatorServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The process of a run is killed at random moments: each row is written once all the same. */
class KilledRunTest {

    private static final int ROWS = 400;

    /** More with {@code -Dvtiger.kills=20}. */
    private static final int KILLS = Integer.getInteger("vtiger.kills", 2);

    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(strings = {"upsert", "create"})
    @Timeout(value = 10, unit = TimeUnit.MINUTES)
    void eachRowIsWrittenOnce(String operation) throws Exception {
        Path file = Files.write(
                directory.resolve("leads.txt"),
                IntStream.range(0, ROWS)
                        .mapToObj(row -> "lastname=Lead " + row + ";email=l" + row + "@example.com")
                        .toList());
        Random random = new Random(operation.hashCode());
        try (SimulatorServer server = SimulatorServer.builder().seed("empty").start()) {
            long written = 0;
            for (int kill = 0; kill < KILLS; kill++) {
                long next = written + 1 + random.nextInt(ROWS / KILLS);
                Process process = process(server, operation, file);
                while (process.isAlive() && server.crm().count("Leads") < next) {
                    process.waitFor(5, TimeUnit.MILLISECONDS);
                }
                process.destroyForcibly().waitFor();
                written = server.crm().count("Leads");
            }
            assertThat(process(server, operation, file).waitFor()).isZero();

            assertThat(leads(server))
                    .extracting(lead -> lead.get("lastname"))
                    .doesNotHaveDuplicates()
                    .hasSize(ROWS);
            try (SyncsUnderTest syncs = new SyncsUnderTest(server, directory)) {
                Run run = syncs.store.runs().last(operation).orElseThrow();
                List<JournalledWrite> writes = new ArrayList<>();
                syncs.store.journal().ofRun(run.id(), writes::add);
                assertThat(run.state()).isEqualTo(Run.State.DONE);
                assertThat(run.counts().rejected()).isZero();
                assertThat(writes.stream()
                                .filter(write -> write.state() == JournalledWrite.State.WRITTEN)
                                .map(JournalledWrite::row))
                        .doesNotHaveDuplicates()
                        .hasSize(ROWS);
            }
        }
    }

    private static List<Map<String, String>> leads(SimulatorServer server) {
        return server.crm().records("Leads");
    }

    private Process process(SimulatorServer server, String operation, Path file) throws IOException {
        return TestJvm.of(
                        RunProcess.class,
                        server.url(),
                        server.username(),
                        server.accessKey(),
                        directory.toString(),
                        operation,
                        file.toString())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(directory.resolve("errors.txt").toFile())
                .start();
    }

    /** One run, until it is done or killed. */
    static final class RunProcess {

        public static void main(String[] arguments) throws Exception {
            try (SyncsUnderTest syncs =
                    new SyncsUnderTest(arguments[0], arguments[1], arguments[2], Path.of(arguments[3]))) {
                List<String> match = arguments[4].equals("upsert") ? List.of("email") : List.of();
                syncs.add(RunIntoCrmTest.sync(
                        arguments[4], match, io.github.camelvtiger.routes.sync.definition.Limits.NONE));
                RunReport report = syncs.run(arguments[4], RunRequest.run(Path.of(arguments[5])));
                System.exit(report.outcome() == RunReport.Outcome.DONE ? 0 : 1);
            }
        }
    }
}
