package io.github.camelvtiger.routes.sync.killed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelvtiger.routes.TestJvm;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * One process with syncs of every kind is killed at random moments, each time while all of them are in the middle of their work, between
 * effect and note, too: in the end both sides of each are equal, and nothing is duplicated.
 */
class KilledSyncsTest {

    /** More with {@code -Dvtiger.kills=100}. */
    private static final int KILLS = Integer.getInteger("vtiger.kills", 20);

    private static final int LONGEST_MILLIS = 300;

    @TempDir
    Path directory;

    private final Random random = new Random(11);
    private final Map<String, Integer> caught = new HashMap<>();

    @Test
    @Timeout(value = 60, unit = TimeUnit.MINUTES)
    void nothingIsLostOrThereTwice() throws Exception {
        try (Surroundings surroundings = new Surroundings(directory);
                RowsOfTable staged = new RowsOfTable(surroundings);
                FeedIntoTables mirrored = new FeedIntoTables(surroundings)) {
            List<KilledSync> syncs = List.of(
                    RowsOfFiles.created(surroundings),
                    RowsOfFiles.matched(surroundings),
                    staged,
                    new Messages(surroundings),
                    new FeedIntoCrm(surroundings),
                    mirrored);
            for (KilledSync sync : syncs) {
                Files.writeString(
                        Files.createDirectories(directory.resolve("syncs")).resolve(sync.name() + ".yaml"),
                        sync.file());
            }
            try (ChangingContacts contacts =
                    new ChangingContacts(surroundings.crm().crm())) {
                surroundings.slowSaves();
                // One that was done before the others had begun was not in the middle of anything.
                for (int kill = 0; kill < 2 * KILLS && !allCaught(syncs); kill++) {
                    killInTheMiddle(syncs, surroundings.addresses());
                }
                surroundings.fastSaves();
            }
            assertThat(allCaught(syncs)).as("kills in the middle: %s", caught).isTrue();
            try (SyncsProcess last = SyncsProcess.start(surroundings.addresses())) {
                for (KilledSync sync : syncs) {
                    await(sync.name()).atMost(Duration.ofMinutes(5)).until(sync::isDone);
                }
                for (KilledSync sync : syncs) {
                    sync.compare(last.syncs());
                }
            }
        }
    }

    private boolean allCaught(List<KilledSync> syncs) {
        return syncs.stream().allMatch(sync -> caught.getOrDefault(sync.name(), 0) >= KILLS);
    }

    private void killInTheMiddle(List<KilledSync> syncs, Addresses addresses) throws Exception {
        Map<KilledSync, Long> before = new HashMap<>();
        for (KilledSync sync : syncs) {
            sync.feed();
            before.put(sync, sync.progress());
        }
        Path errors = directory.resolve("errors.txt");
        Process process = TestJvm.unwatched(SyncsProcess.class, addresses.arguments())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(errors.toFile())
                .start();
        try {
            for (KilledSync sync : syncs) {
                await("work of " + sync.name())
                        .atMost(Duration.ofMinutes(2))
                        .pollInterval(Duration.ofMillis(10))
                        .failFast(() -> assertThat(process.isAlive())
                                .as("The process ended by itself: %s", Files.readString(errors))
                                .isTrue())
                        .until(() -> sync.progress() > before.get(sync));
            }
            process.waitFor(random.nextInt(LONGEST_MILLIS), TimeUnit.MILLISECONDS);
            for (KilledSync sync : syncs) {
                if (!sync.isDone()) {
                    caught.merge(sync.name(), 1, Integer::sum);
                }
            }
        } finally {
            process.destroyForcibly().waitFor();
        }
    }
}
