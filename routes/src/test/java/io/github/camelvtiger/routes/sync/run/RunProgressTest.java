package io.github.camelvtiger.routes.sync.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RunProgressTest {

    private final AtomicLong clock = new AtomicLong(1_000);
    private final List<String> seen = new ArrayList<>();

    private RunProgress progress(long before, long total) {
        return new RunProgress(
                "written", before, total, (doing, done, all) -> seen.add(done + "/" + all + " " + doing), clock::get);
    }

    private void pass(Duration time) {
        clock.addAndGet(time.toNanos());
    }

    @Test
    void theLogHearsOfItOnceAMinute() {
        RunProgress progress = progress(0, 20_000);
        pass(Duration.ofSeconds(59));
        progress.passed(5_000);
        assertThat(progress.line()).isEmpty();

        pass(Duration.ofSeconds(1));
        assertThat(progress.line()).contains("5000 of 20000 rows written, 83 a second, about 3 min left");
        assertThat(progress.line()).isEmpty();
        pass(Duration.ofMinutes(1));
        assertThat(progress.line()).isPresent();
    }

    @Test
    void whatAnInterruptedRunHadDoneDoesNotMakeItFaster() {
        RunProgress progress = progress(10_000, 20_000);
        pass(Duration.ofSeconds(100));
        progress.passed(100);

        assertThat(progress).hasToString("10100 of 20000 rows written, 1.0 a second, about 2 h 45 min left");
        assertThat(seen).containsExactly("10000/20000 written", "10100/20000 written");
    }

    @Test
    void beforeTheFirstRowNothingIsSaidOfTheTimeLeft() {
        assertThat(progress(0, 3)).hasToString("0 of 3 rows written");
    }

    @Test
    void ofAnUnknownNumberNeitherTheEndNorTheTimeLeftIsSaid() {
        RunProgress progress = progress(0, -1);
        pass(Duration.ofSeconds(10));
        progress.at(50);
        assertThat(progress).hasToString("50 rows written, 5.0 a second");
    }

    @Test
    void durationsAreSaidRoughly() {
        assertThat(RoughTime.of(Duration.ofSeconds(59))).isEqualTo("59 s");
        assertThat(RoughTime.of(Duration.ofMinutes(59))).isEqualTo("59 min");
        assertThat(RoughTime.of(Duration.ofMinutes(125))).isEqualTo("2 h 5 min");
    }
}
