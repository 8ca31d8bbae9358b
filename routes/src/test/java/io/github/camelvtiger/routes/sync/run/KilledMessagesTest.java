package io.github.camelvtiger.routes.sync.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelvtiger.routes.ExternalBroker;
import io.github.camelvtiger.routes.TestJvm;
import io.github.camelvtiger.routes.sync.definition.SyncDefinition;
import io.github.camelvtiger.routes.sync.definition.SyncFiles;
import io.github.camelvtiger.simulator.SimulatorServer;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSException;
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

    /** So many are sent before each kill, and after the last one. */
    private static final int MESSAGES = 6;

    /** More with {@code -Dvtiger.kills=100}. */
    private static final int KILLS = Integer.getInteger("vtiger.kills", 10);

    @TempDir
    Path directory;

    @Test
    @Timeout(value = 30, unit = TimeUnit.MINUTES)
    void eachMessageBecomesOneRecord() throws Exception {
        Random random = new Random(11);
        try (ExternalBroker broker = ExternalBroker.start(Files.createDirectories(directory.resolve("broker")));
                SimulatorServer server = SimulatorServer.builder().seed("empty").start()) {
            for (int kill = 0; kill < KILLS; kill++) {
                send(broker, kill * MESSAGES);
                int written = (int) server.crm().count("Leads");
                killAfter(server, broker, written + 1 + random.nextInt(MESSAGES), random.nextInt(10));
            }
            send(broker, KILLS * MESSAGES);
            try (SyncsUnderTest syncs = new SyncsUnderTest(server, directory)) {
                take(syncs, broker.url(), directory);
                await().atMost(Duration.ofMinutes(5)).until(() -> broker.depth("leads") == 0);
                assertThat(syncs.store.rejects().open("leads")).isEmpty();
            }
            assertThat(server.crm().records("Leads"))
                    .extracting(lead -> lead.get("lastname"))
                    .doesNotHaveDuplicates()
                    .hasSize((KILLS + 1) * MESSAGES);
        }
    }

    private static void send(ExternalBroker broker, int first) throws JMSException {
        for (int number = first; number < first + MESSAGES; number++) {
            String body = "{\"lastname\": \"L" + number + "\", \"company\": \"C\"}";
            broker.send("leads", session -> session.createTextMessage(body));
        }
    }

    private void killAfter(SimulatorServer server, ExternalBroker broker, int number, int millis) throws Exception {
        Process process = TestJvm.unwatched(
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
        process.waitFor(millis, TimeUnit.MILLISECONDS);
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
