package io.github.camelvtiger.routes.sync.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelvtiger.routes.sync.definition.SyncDefinition;
import io.github.camelvtiger.routes.sync.definition.SyncFiles;
import io.github.camelvtiger.simulator.SimulatorServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A message that comes again while its first delivery is being written: a caller lost patience, or a broker its connection. */
class SimultaneousMessagesTest {

    @TempDir
    Path directory;

    @Test
    void theSecondDeliveryFindsWhatTheFirstHasWritten() throws Exception {
        try (SimulatorServer server = SimulatorServer.builder().seed("empty").start();
                SyncsUnderTest syncs = new SyncsUnderTest(server, directory)) {
            CountDownLatch mapping = new CountDownLatch(1);
            CountDownLatch goesOn = new CountDownLatch(1);
            syncs.mapping = row -> {
                mapping.countDown();
                try {
                    assertThat(goesOn.await(1, TimeUnit.MINUTES)).isTrue();
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
                return SyncsUnderTest.asIs(row);
            };
            syncs.addMessages(sync());

            CompletableFuture<String> first = CompletableFuture.supplyAsync(() -> deliver(syncs));
            assertThat(mapping.await(1, TimeUnit.MINUTES)).isTrue();
            AtomicReference<String> answer = new AtomicReference<>();
            Thread second = new Thread(() -> answer.set(deliver(syncs)));
            second.start();
            await().atMost(Duration.ofMinutes(1)).until(() -> waitsForTheFirst(second));
            goesOn.countDown();
            second.join();

            assertThat(server.crm().records("Leads")).hasSize(1);
            assertThat(first.join()).contains("\"created\"");
            assertThat(answer.get()).as("what became of the message").isEqualTo(first.join());
        }
    }

    private static boolean waitsForTheFirst(Thread thread) {
        return List.of(thread.getStackTrace()).stream()
                .anyMatch(frame -> frame.getClassName().equals(OneAtATime.class.getName()));
    }

    private static String deliver(SyncsUnderTest syncs) {
        return syncs.context
                .createProducerTemplate()
                .requestBody("direct:leads", "{\"lastname\": \"Ada\", \"company\": \"C\"}", String.class);
    }

    private SyncDefinition sync() throws Exception {
        Path files = Files.createDirectories(directory.resolve("syncs"));
        Files.writeString(files.resolve("leads.yaml"), "from: { uri: 'direct:leads' }\nto: { crm: Leads }\n");
        return SyncFiles.read(files, UnaryOperator.identity()).files().get(0).definition();
    }
}
