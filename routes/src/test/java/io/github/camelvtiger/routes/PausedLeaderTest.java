package io.github.camelvtiger.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelvtiger.routes.SharedDatabase.StoredCursor;
import io.github.camelvtiger.simulator.SimulatorServer;
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
 * Two instances that find their leader by ZooKeeper, with their cursors and what their syncs have done in a real PostgreSQL. The
 * leader, a process of its own, is paused with SIGSTOP until the other one, which is in this process, has taken over, and wakes up.
 */
class PausedLeaderTest {

    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final int CONTACTS = 600;

    @TempDir
    private Path directory;

    @Test
    void aLeaderThatWakesUpTooLateCannotMoveTheCursor() throws Exception {
        try (SimulatorServer crm = SimulatorServer.builder().seed("empty").start();
                TestingServer zooKeeper = new TestingServer();
                SharedDatabase database = SharedDatabase.start()) {
            DeliveredContacts delivered = new DeliveredContacts(directory.resolve("data"));
            Map<String, String> settings = settings(crm, database, zooKeeper);
            try (ChildApplication late = ChildApplication.start(directory, settings)) {
                StoredCursor first = leaderAfter(0, database, late);
                try (RunningApplication other = RunningApplication.against(crm, directory.resolve("data"), settings)) {
                    create(crm, "Before");
                    await().atMost(PATIENCE).until(() -> delivered.count() > CONTACTS / 4);

                    late.pause();
                    StoredCursor second = leaderAfter(first.epoch(), database, late);
                    assertThat(second.pid()).isEqualTo(ProcessHandle.current().pid());
                    try (CursorWatch watch = CursorWatch.of(database)) {
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
                        assertThat(database.cursor().orElseThrow())
                                .satisfies(now -> assertThat(now.epoch()).isEqualTo(second.epoch()))
                                .satisfies(now ->
                                        assertThat(now.isNotBehind(second)).isTrue());
                        assertThat(delivered.count())
                                .as("one exchange was in flight when the leader was paused")
                                .isLessThanOrEqualTo(all.size() + 1);
                        assertThat(other.context().isStarted()).isTrue();
                    }
                }
            }
        }
    }

    private static void create(SimulatorServer crm, String name) {
        IntStream.range(0, CONTACTS)
                .forEach(number -> crm.crm().create("Contacts", Map.of("lastname", name + " " + number)));
    }

    private static Map<String, String> settings(SimulatorServer crm, SharedDatabase database, TestingServer zooKeeper) {
        Map<String, String> settings = new HashMap<>(database.settings());
        settings.putAll(RunningApplication.BUNDLED);
        settings.put("vtiger.url", crm.url());
        settings.put("vtiger.username", crm.username());
        settings.put("vtiger.access-key", crm.accessKey());
        settings.put("poll.delay", "100");
        settings.put("cluster.service", "zookeeper");
        settings.put("cluster.zookeeper.nodes", zooKeeper.getConnectString());
        return settings;
    }

    private static StoredCursor leaderAfter(long epoch, SharedDatabase database, ChildApplication late) {
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(50)).untilAsserted(() -> assertThat(database.cursor())
                .as(late.output())
                .hasValueSatisfying(cursor -> assertThat(cursor.epoch()).isGreaterThan(epoch)));
        return database.cursor().orElseThrow();
    }
}
