package io.github.camelvtiger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelvtiger.simulator.SimulatorServer;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * kill -9 at random moments of a feed, again and again, while records are edited and deleted. Each kill costs the start
 * of a process, so this takes about a minute; the system property {@code killed.times} makes it longer.
 */
class KilledFeedTest {

    private static final int KILLS = Integer.getInteger("killed.times", 2);
    private static final int EDITS_A_ROUND = 30;
    private static final int DELETIONS_A_ROUND = 3;
    /** Enough for every round to have something to do, however many are delivered in it. */
    private static final int CONTACTS = KILLS * 45;

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Random random = new Random();

    @TempDir
    Path directory;

    @Test
    void withItsCursorInAFileNothingIsLostAndOnlyWhatWasInFlightIsRepeated() throws Exception {
        killAgainAndAgain("");
    }

    @Test
    void withItsCursorInADatabaseNothingIsLostAndOnlyWhatWasInFlightIsRepeated() throws Exception {
        try (EmbeddedPostgres database = EmbeddedPostgres.builder()
                .setPGStartupWait(Duration.ofMinutes(1))
                .start()) {
            killAgainAndAgain(database.getJdbcUrl("postgres", "postgres"));
        }
    }

    private void killAgainAndAgain(String database) throws Exception {
        try (SimulatorServer crm = SimulatorServer.builder().seed("empty").start()) {
            Map<String, String> written = new LinkedHashMap<>();
            for (int number = 0; number < CONTACTS; number++) {
                String name = "Contact " + number;
                written.put(crm.crm().create("Contacts", Map.of("lastname", name)), name);
            }
            for (int round = 0; round < KILLS; round++) {
                int killAt = seen().size() + 1 + random.nextInt(EDITS_A_ROUND);
                delete(crm, written);
                Process process = follow(crm, database);
                edit(crm, written, round);
                await().atMost(PATIENCE)
                        .pollInterval(Duration.ofMillis(1 + random.nextInt(20)))
                        .until(() -> seen().size() >= killAt);
                process.destroyForcibly().waitFor();
            }
            Process last = follow(crm, database);
            try {
                await().atMost(PATIENCE).until(() -> lastStates().equals(written));
            } finally {
                last.destroyForcibly().waitFor();
            }
            List<String> states = seen();
            assertThat(states.size() - new HashSet<>(states).size())
                    .as("one exchange at a time was in flight")
                    .isLessThanOrEqualTo(KILLS);
        }
    }

    /** Of the records that reached the route, also of those that were in flight at a kill. */
    private void delete(SimulatorServer crm, Map<String, String> written) throws IOException {
        List<String> delivered = seen().stream()
                .map(line -> line.split(" ", 2)[0])
                .distinct()
                .filter(id -> !written.get(id).equals(FeedProcess.DELETED))
                .collect(Collectors.toCollection(ArrayList::new));
        Collections.shuffle(delivered, random);
        for (String id : delivered.subList(0, Math.min(DELETIONS_A_ROUND, delivered.size()))) {
            crm.crm().delete(id);
            written.put(id, FeedProcess.DELETED);
        }
    }

    /** Every state bears a name of its own. */
    private void edit(SimulatorServer crm, Map<String, String> written, int round) {
        List<String> ids = new ArrayList<>(written.keySet());
        ids.removeIf(id -> written.get(id).equals(FeedProcess.DELETED));
        for (int edit = 0; edit < EDITS_A_ROUND; edit++) {
            String name = "State " + round + "." + edit;
            String id = ids.get(random.nextInt(ids.size()));
            crm.crm().revise(id, Map.of("lastname", name));
            written.put(id, name);
        }
    }

    private Map<String, String> lastStates() throws IOException {
        return seen().stream()
                .map(line -> line.split(" ", 2))
                .filter(line -> line.length == 2)
                .collect(Collectors.toMap(line -> line[0], line -> line[1], (earlier, later) -> later));
    }

    private Process follow(SimulatorServer server, String database) throws IOException {
        String uri =
                "vtiger:changes/Contacts?startFrom=beginning&events=created,updated,deleted&deletedCheckPeriod=1000&initialDelay=0&delay=100&maxInFlight=1&url="
                        + server.url()
                        + "&username=" + server.username() + "&accessKey=RAW(" + server.accessKey()
                        + ")&cursorDirectory=RAW("
                        + directory.resolve("cursors") + ")";
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                FeedProcess.class.getName(),
                uri,
                file().toString()));
        if (!database.isEmpty()) {
            command.add(database);
        }
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("process.log").toFile())
                .start();
    }

    private List<String> seen() throws IOException {
        return Files.exists(file()) ? Files.readAllLines(file()) : List.of();
    }

    private Path file() {
        return directory.resolve("seen");
    }
}
