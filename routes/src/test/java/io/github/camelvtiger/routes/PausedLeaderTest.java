package io.github.camelvtiger.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelvtiger.routes.SharedDatabase.StoredCursor;
import io.github.camelvtiger.simulator.SimulatorServer;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.curator.test.TestingServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two instances that find their leader by ZooKeeper, with their cursor in a real PostgreSQL; the leader is paused with
 * SIGSTOP until the other has taken over, and wakes up. Two starts of the application and the end of a session of
 * ZooKeeper take their time.
 */
class PausedLeaderTest {

    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final int CONTACTS = 600;

    @TempDir
    private Path directory;

    private final Map<Long, ChildApplication> instances = new HashMap<>();

    @Test
    void aLeaderThatWakesUpTooLateCannotMoveTheCursor() throws Exception {
        try (SimulatorServer crm = SimulatorServer.builder().seed("empty").start();
                TestingServer zooKeeper = new TestingServer();
                SharedDatabase database = SharedDatabase.start()) {
            DeliveredContacts delivered = new DeliveredContacts(directory.resolve("data"));
            start(crm, database, zooKeeper);
            start(crm, database, zooKeeper);
            StoredCursor first = leaderAfter(0, database);
            ChildApplication late = instances.get(first.pid());
            create(crm, "Before");
            await().atMost(PATIENCE).until(() -> delivered.count() > CONTACTS / 4);

            late.pause();
            StoredCursor second = leaderAfter(first.epoch(), database);
            assertThat(second.pid()).isNotEqualTo(first.pid());
            try (CursorWatch watch = CursorWatch.of(database, "Contacts")) {
                late.resume();
                await("the late leader is refused").atMost(PATIENCE).until(() -> late.output()
                        .contains("was taken over by process " + second.pid() + "@"));
                create(crm, "After");
                Set<String> all = crm.crm().records("Contacts").stream()
                        .map(contact -> contact.get("id"))
                        .collect(Collectors.toSet());
                await().atMost(PATIENCE)
                        .pollInterval(Duration.ofMillis(500))
                        .until(() -> delivered.times().keySet().equals(all));

                assertThat(watch.stepsBack()).isEmpty();
                assertThat(database.cursor("Contacts").orElseThrow())
                        .satisfies(now -> assertThat(now.epoch()).isEqualTo(second.epoch()))
                        .satisfies(now -> assertThat(now.isNotBehind(second)).isTrue());
                assertThat(delivered.count())
                        .as("one exchange was in flight when the leader was paused")
                        .isLessThanOrEqualTo(all.size() + 1);
            }
        } finally {
            for (ChildApplication instance : instances.values()) {
                instance.close();
            }
        }
    }

    private static void create(SimulatorServer crm, String name) {
        IntStream.range(0, CONTACTS)
                .forEach(number -> crm.crm().create("Contacts", Map.of("lastname", name + " " + number)));
    }

    private void start(SimulatorServer crm, SharedDatabase database, TestingServer zooKeeper) throws IOException {
        Map<String, String> settings = new HashMap<>(database.settings());
        settings.put("vtiger.url", crm.url());
        settings.put("vtiger.username", crm.username());
        settings.put("vtiger.access-key", crm.accessKey());
        settings.put("poll.delay", "100");
        settings.put("cluster.service", "zookeeper");
        settings.put("cluster.zookeeper.nodes", zooKeeper.getConnectString());
        ChildApplication instance = ChildApplication.start(directory, settings);
        instances.put(instance.pid(), instance);
    }

    private StoredCursor leaderAfter(long epoch, SharedDatabase database) throws IOException {
        StringBuilder outputs = new StringBuilder();
        for (ChildApplication instance : instances.values()) {
            outputs.append(instance.output());
        }
        return await("the next leader, where the instances say " + outputs)
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(50))
                .until(
                        () -> database.cursor("Contacts").orElse(null),
                        cursor -> cursor != null && cursor.epoch() > epoch);
    }
}
