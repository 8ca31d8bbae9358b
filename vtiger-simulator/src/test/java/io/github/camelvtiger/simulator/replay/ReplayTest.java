package io.github.camelvtiger.simulator.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What recorded exchanges of a real Vtiger 8.2.0 show, asked of the simulator. */
class ReplayTest {

    private static final Path DIFFERENCES = Path.of("target", "replay-differences.txt");
    private static final Path PAGE = Path.of("..", "docs", "simulator.md");

    private static Replay replay;
    private static Tally tally;

    @BeforeAll
    static void play() throws IOException {
        replay = Replay.play();
        tally = replay.tally();
        System.out.println(ReplayReport.shares(tally));
        Files.createDirectories(DIFFERENCES.getParent());
        Files.writeString(DIFFERENCES, ReplayReport.differences(replay));
    }

    @Test
    void answersAsTheRealServerDid() {
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

    @Test
    void everythingThatIsGivenCanBeBroughtAbout() {
        assertThat(replay.failedSetup()).isEmpty();
    }

    /** The page may be behind what has become better; it never claims too much, nor keeps silent about a difference. */
    @Test
    void thePageSaysWhatDiffers() throws IOException {
        ReplayPage page = new ReplayPage(Files.readString(PAGE));
        if (Boolean.getBoolean("vtiger.docs.write")) {
            Files.writeString(PAGE, page.filled(tally, new KnownReasons()));
            return;
        }
        String cure = "docs/simulator.md is stale; rewrite it with: mvn -pl vtiger-simulator test -Dtest=ReplayTest"
                + " -Dvtiger.docs.write=true";
        assertThat(page.differing())
                .as(cure)
                .containsAll(
                        tally.differing().stream().map(ComparedExchange::name).toList());
        page.counts().forEach((area, claimed) -> {
            Tally actual = area.equals("all") ? tally : tally.byPrefix().get(area);
            List<Agreement> steps = List.of(Agreement.CODE, Agreement.KEYS, Agreement.WHOLE);
            for (int i = 0; i < steps.size(); i++) {
                assertThat(claimed.get(i)).as(area + ": " + cure).isLessThanOrEqualTo(actual.agreeing(steps.get(i)));
            }
        });
        assertThat(page.counts()).as(cure).containsKey("all");
    }
}
