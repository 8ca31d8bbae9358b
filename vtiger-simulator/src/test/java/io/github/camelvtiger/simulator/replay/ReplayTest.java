package io.github.camelvtiger.simulator.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What recorded exchanges of a real Vtiger 8.2.0 show, asked of the simulator. */
class ReplayTest {

    private static final Path DIFFERENCES = Path.of("target", "replay-differences.txt");

    @Test
    void answersAsTheRealServerDid() throws IOException {
        Replay replay = Replay.play();
        Tally tally = replay.tally();
        System.out.println(ReplayReport.shares(tally));
        Files.createDirectories(DIFFERENCES.getParent());
        Files.writeString(DIFFERENCES, ReplayReport.differences(replay));

        assertThat(tally.total()).isEqualTo(ReplayFloor.EXCHANGES);
        assertThat(tally.agreeing(Agreement.CODE))
                .as("code; see %s", DIFFERENCES)
                .isGreaterThanOrEqualTo(ReplayFloor.CODE);
        assertThat(tally.agreeing(Agreement.KEYS))
                .as("keys; see %s", DIFFERENCES)
                .isGreaterThanOrEqualTo(ReplayFloor.KEYS);
        assertThat(tally.agreeing(Agreement.WHOLE))
                .as("whole answers; see %s", DIFFERENCES)
                .isGreaterThanOrEqualTo(ReplayFloor.WHOLE);
    }
}
