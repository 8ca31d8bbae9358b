package io.github.camelvtiger.routes.sync.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelvtiger.routes.KafkaBroker;
import io.github.camelvtiger.routes.SharedDatabase;
import io.github.camelvtiger.routes.SharedKafka;
import io.github.camelvtiger.routes.TestJvm;
import io.github.camelvtiger.routes.sync.definition.SyncDefinition;
import io.github.camelvtiger.routes.sync.definition.SyncFiles;
import io.github.camelvtiger.routes.sync.store.StoreAddress;
import io.github.camelvtiger.simulator.SimulatorServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Two processes with one store share the partitions of a topic, and one of them is killed: nothing is lost or there twice. */
class SharedPartitionsTest {

    private static final int MESSAGES = 60;
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    @TempDir
    Path directory;

    @Test
    @Timeout(value = 10, unit = TimeUnit.MINUTES)
    void theOtherProcessGoesOn() throws Exception {
        KafkaBroker kafka = SharedKafka.get();
        try (SharedDatabase database = SharedDatabase.start();
                SimulatorServer server = SimulatorServer.builder().seed("empty").start()) {
            kafka.createTopic("leads", 4);
            Process first = consumer(server, kafka, database);
            Process second = consumer(server, kafka, database);
            try {
                kafka.send("leads", texts(0, MESSAGES / 2));
                await().atMost(PATIENCE).until(() -> server.crm().count("Leads") >= MESSAGES / 6);
                first.destroyForcibly().waitFor();
                kafka.send("leads", texts(MESSAGES / 2, MESSAGES));
                await().atMost(PATIENCE).until(() -> server.crm().count("Leads") >= MESSAGES);
                assertThat(second.isAlive()).isTrue();
            } finally {
                first.destroyForcibly();
                second.destroyForcibly().waitFor();
            }
            assertThat(server.crm().records("Leads"))
                    .extracting(lead -> lead.get("lastname"))
                    .containsExactlyInAnyOrderElementsOf(IntStream.range(0, MESSAGES)
                            .mapToObj(number -> "L" + number)
                            .toList());
        }
    }

    private static List<String> texts(int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(number -> "{\"lastname\": \"L" + number + "\", \"company\": \"C\"}")
                .toList();
    }

    private Process consumer(SimulatorServer server, KafkaBroker kafka, SharedDatabase database) throws IOException {
        return TestJvm.unwatched(
                        ConsumerProcess.class,
                        server.url(),
                        server.username(),
                        server.accessKey(),
                        directory.toString(),
                        kafka.address(),
                        database.url())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(directory.resolve("errors.txt").toFile())
                .start();
    }

    private static SyncDefinition sync(Path directory, String broker) throws IOException {
        Path files = Files.createDirectories(
                directory.resolve("syncs-" + ProcessHandle.current().pid()));
        Files.writeString(
                files.resolve("leads.yaml"),
                "from:\n  uri: 'kafka:leads?brokers=" + broker + "'\n"
                        // A consumer that is killed is missed after so long.
                        + "  parameters: { sessionTimeoutMs: 6000, heartbeatIntervalMs: 1000 }\n"
                        + "to: { crm: Leads }\n");
        return SyncFiles.read(files, UnaryOperator.identity()).files().get(0).definition();
    }

    /** Takes messages until it is killed. */
    static final class ConsumerProcess {

        public static void main(String[] arguments) throws Exception {
            Path directory = Path.of(arguments[3]);
            StoreAddress store = new StoreAddress(arguments[5], Optional.of("postgres"), Optional.of("postgres"));
            try (SyncsUnderTest syncs =
                    new SyncsUnderTest(arguments[0], arguments[1], arguments[2], directory, store)) {
                syncs.addMessages(sync(directory, arguments[4]));
                Thread.currentThread().join();
            }
        }
    }
}
