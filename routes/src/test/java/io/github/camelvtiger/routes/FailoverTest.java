package io.github.camelvtiger.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelvtiger.routes.SharedDatabase.StoredCursor;
import io.github.camelvtiger.simulator.SimulatorServer;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Several instances of the application on one host, with their cursors and what their syncs have done in a real PostgreSQL, and
 * kill -9 of the leader again and again in the middle of a feed; the last one that leads is in this process. It takes minutes, because each kill is a takeover and each takeover some
 * seconds: nothing less shows that two processes and a database keep what they promise together. The system properties
 * {@code failover.kills} and {@code failover.changes} make it longer or shorter.
 */
class FailoverTest {

    private static final int KILLS = Integer.getInteger("failover.kills", 1);
    private static final int CHANGES = Integer.getInteger("failover.changes", 1_000);
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    @TempDir
    private Path directory;

    private final Map<Long, ChildApplication> instances = new HashMap<>();
    private final Random random = new Random();
    private final List<Long> takeovers = new ArrayList<>();

    @Test
    void aKilledLeaderIsReplacedAndNothingIsLost() throws Exception {
        try (SimulatorServer crm = SimulatorServer.builder().seed("empty").start();
                SharedDatabase database = SharedDatabase.start();
                CursorWatch watch = CursorWatch.of(database)) {
            DeliveredContacts delivered = new DeliveredContacts(directory.resolve("data"));
            start(crm, database);
            StoredCursor leader = leaderAfter(0, database);
            for (int round = 1; round < KILLS; round++) {
                start(crm, database);
                leader = killed(leader, round, crm, delivered, database);
            }
            try (RunningApplication last =
                    RunningApplication.against(crm, directory.resolve("data"), settings(database))) {
                killed(leader, KILLS, crm, delivered, database);
                Set<String> all = crm.crm().records("Contacts").stream()
                        .map(contact -> contact.get("id"))
                        .collect(Collectors.toSet());
                await().atMost(PATIENCE)
                        .pollInterval(Duration.ofMillis(500))
                        .until(() -> delivered.times().keySet().equals(all));

                System.out.println("Takeovers took " + takeovers + " ms; "
                        + (delivered.count() - all.size()) + " of " + all.size()
                        + " changes came twice; the cursor was looked at "
                        + watch.looks() + " times");
                assertThat(watch.stepsBack()).isEmpty();
                assertThat(delivered.count())
                        .as("one exchange at a time was in flight")
                        .isLessThanOrEqualTo(all.size() + KILLS);
                assertThat(outputs()).noneMatch(output -> output.contains("was taken over"));
                assertThat(last.context().isStarted()).isTrue();
            }
        } finally {
            for (ChildApplication instance : instances.values()) {
                instance.close();
            }
        }
    }

    /** Kills the leader in the middle of the round's changes; another instance stands by. */
    private StoredCursor killed(
            StoredCursor leader, int round, SimulatorServer crm, DeliveredContacts delivered, SharedDatabase database)
            throws Exception {
        int before = CHANGES * (round - 1) / KILLS;
        int after = CHANGES * round / KILLS;
        for (int number = before; number < after; number++) {
            crm.crm().create("Contacts", Map.of("lastname", "Contact " + number));
        }
        int killAt = before + random.nextInt(after - before);
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(50)).until(() -> delivered.count() >= killAt);

        instances.remove(leader.pid()).kill();
        long killed = System.nanoTime();
        StoredCursor next = leaderAfter(leader.epoch(), database);
        takeovers.add(Duration.ofNanos(System.nanoTime() - killed).toMillis());
        return next;
    }

    private void start(SimulatorServer crm, SharedDatabase database) throws IOException {
        Map<String, String> settings = settings(database);
        settings.put("vtiger.url", crm.url());
        settings.put("vtiger.username", crm.username());
        settings.put("vtiger.access-key", crm.accessKey());
        settings.put("poll.delay", "500");
        ChildApplication instance = ChildApplication.start(directory, settings);
        instances.put(instance.pid(), instance);
    }

    private static Map<String, String> settings(SharedDatabase database) {
        Map<String, String> settings = new HashMap<>(database.settings());
        settings.putAll(RunningApplication.BUNDLED);
        return settings;
    }

    private StoredCursor leaderAfter(long epoch, SharedDatabase database) throws IOException {
        return await("the next leader, where the instances say " + outputs())
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(50))
                .until(() -> database.cursor().orElse(null), cursor -> cursor != null && cursor.epoch() > epoch);
    }

    private Set<String> outputs() throws IOException {
        Set<String> outputs = new HashSet<>();
        for (ChildApplication instance : instances.values()) {
            outputs.add(instance.output());
        }
        return outputs;
    }
}
