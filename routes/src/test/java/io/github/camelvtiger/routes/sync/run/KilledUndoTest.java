package io.github.camelvtiger.routes.sync.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelvtiger.routes.TestJvm;
import io.github.camelvtiger.routes.sync.definition.Limits;
import io.github.camelvtiger.routes.sync.store.Run;
import io.github.camelvtiger.simulator.SimulatorServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The process of an undo that creates records again is killed at random moments: each is created once all the same. */
class KilledUndoTest {

    private static final int ROWS = 200;

    /** More with {@code -Dvtiger.kills=100}. */
    private static final int KILLS = Integer.getInteger("vtiger.kills", 2);

    @TempDir
    Path directory;

    @Test
    @Timeout(value = 10, unit = TimeUnit.MINUTES)
    void eachDeletedRecordIsCreatedOnceAgain() throws Exception {
        Path file = Files.write(
                directory.resolve("leads.txt"),
                IntStream.range(0, ROWS).mapToObj(row -> "lastname=Lead " + row).toList());
        Random random = new Random(ROWS);
        try (SimulatorServer server = SimulatorServer.builder().seed("empty").start()) {
            String removal = removal(server, file);
            for (int kill = 0; kill < KILLS; kill++) {
                long next = server.crm().count("Leads") + 1 + random.nextInt(ROWS / KILLS - 1);
                Process process = process(server, removal);
                while (process.isAlive() && server.crm().count("Leads") < next) {
                    process.waitFor(5, TimeUnit.MILLISECONDS);
                }
                process.destroyForcibly().waitFor();
            }
            assertThat(process(server, removal).waitFor()).isZero();

            assertThat(leads(server))
                    .extracting(lead -> lead.get("lastname"))
                    .doesNotHaveDuplicates()
                    .hasSize(ROWS);
            try (SyncsUnderTest syncs = new SyncsUnderTest(server, directory)) {
                assertThat(syncs.store.runs().undosOf(removal))
                        .extracting(Run::state)
                        .hasSizeGreaterThan(1)
                        .endsWith(Run.State.DONE)
                        .doesNotContain(Run.State.RUNNING);
            }
        }
    }

    /** A run that creates leads, and the undo of it, which deletes them: the undo of that one creates them again. */
    private String removal(SimulatorServer server, Path file) throws Exception {
        try (SyncsUnderTest syncs = new SyncsUnderTest(server, directory)) {
            syncs.add(RunIntoCrmTest.sync("leads", List.of(), Limits.NONE));
            syncs.run("leads", RunRequest.run(file));
            String run = syncs.store.runs().last("leads").orElseThrow().id();
            RunUndo undo = syncs.undo(run);
            undo.apply(undo.plan());
            assertThat(leads(server)).isEmpty();
            return syncs.store.runs().undosOf(run).get(0).id();
        }
    }

    private static List<Map<String, String>> leads(SimulatorServer server) {
        return server.crm().records("Leads");
    }

    private Process process(SimulatorServer server, String run) throws IOException {
        return TestJvm.unwatched(
                        UndoProcess.class,
                        server.url(),
                        server.username(),
                        server.accessKey(),
                        directory.toString(),
                        run)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(directory.resolve("errors.txt").toFile())
                .start();
    }

    /** One undo, until it is done or killed. */
    static final class UndoProcess {

        public static void main(String[] arguments) throws Exception {
            try (SyncsUnderTest syncs =
                    new SyncsUnderTest(arguments[0], arguments[1], arguments[2], Path.of(arguments[3]))) {
                RunUndo undo = syncs.undo(arguments[4]);
                undo.apply(undo.plan());
                System.exit(0);
            }
        }
    }
}
