package io.github.camelvtiger.routes.sync.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelvtiger.routes.ExternalBroker;
import io.github.camelvtiger.routes.TestJvm;
import io.github.camelvtiger.routes.sync.definition.SyncDefinition;
import io.github.camelvtiger.routes.sync.definition.SyncFiles;
import io.github.camelvtiger.simulator.SimulatorServer;
import jakarta.jms.ConnectionFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The process that takes messages of a broker is killed at random moments, between effect and acknowledgement, too: each message
 * becomes one record all the same, although nothing but its mark tells the record apart.
 */
class KilledMessagesTest {

    private static final int MESSAGES = 30;

    /** More with {@code -Dvtiger.kills=20}. */
    private static final int KILLS = Integer.getInteger("vtiger.kills", 2);

    @TempDir
    Path directory;

    @Test
    @Timeout(value = 30, unit = TimeUnit.MINUTES)
    void eachMessageBecomesOneRecord() throws Exception {
        Random random = new Random(11);
        int messages = MESSAGES + 5 * KILLS;
        try (ExternalBroker broker = ExternalBroker.start(Files.createDirectories(directory.resolve("broker")));
                SimulatorServer server = SimulatorServer.builder().seed("empty").start()) {
            for (int number = 0; number < messages; number++) {
                String body = "{\"lastname\": \"L" + number + "\", \"company\": \"C\"}";
                broker.send("leads", session -> session.createTextMessage(body));
            }
            int written = 0;
            for (int kill = 0; kill < KILLS; kill++) {
                killAfter(server, broker, written + 1 + random.nextInt(messages / KILLS));
                written = (int) server.crm().count("Leads");
            }
            try (SyncsUnderTest syncs = new SyncsUnderTest(server, directory)) {
                take(syncs, broker.url(), directory);
                await().atMost(Duration.ofMinutes(5)).until(() -> broker.depth("leads") == 0);
                assertThat(syncs.store.rejects().open("leads")).isEmpty();
            }
            assertThat(server.crm().records("Leads"))
                    .extracting(lead -> lead.get("lastname"))
                    .doesNotHaveDuplicates()
                    .hasSize(messages);
        }
    }

    private void killAfter(SimulatorServer server, ExternalBroker broker, int number) throws Exception {
        Process process = TestJvm.of(
                        MessagesProcess.class,
                        server.url(),
                        server.username(),
                        server.accessKey(),
                        directory.toString(),
                        broker.url())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(directory.resolve("errors.txt").toFile())
                .start();
        while (process.isAlive() && server.crm().count("Leads") < number) {
            process.waitFor(1, TimeUnit.MILLISECONDS);
        }
        process.destroyForcibly().waitFor();
    }

    private static void take(SyncsUnderTest syncs, String broker, Path directory) throws Exception {
        syncs.context
                .getRegistry()
                .bind("connectionFactory", ConnectionFactory.class, new ActiveMQConnectionFactory(broker));
        syncs.addMessages(sync(directory));
    }

    private static SyncDefinition sync(Path directory) throws IOException {
        Path files = Files.createDirectories(directory.resolve("syncs"));
        Files.writeString(files.resolve("leads.yaml"), "from: { uri: 'jms:queue:leads' }\nto: { crm: Leads }\n");
        return SyncFiles.read(files, UnaryOperator.identity()).files().get(0).definition();
    }

    /** Takes messages until it is killed. */
    static final class MessagesProcess {

        public static void main(String[] arguments) throws Exception {
            Path directory = Path.of(arguments[3]);
            try (SyncsUnderTest syncs = new SyncsUnderTest(arguments[0], arguments[1], arguments[2], directory)) {
                take(syncs, arguments[4], directory);
                Thread.currentThread().join();
            }
        }
    }
}
