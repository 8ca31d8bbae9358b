package io.github.camelvtiger.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class LaunchOptionsTest {

    @Test
    void runsUntilStoppedUnlessToldOtherwise() {
        assertThat(LaunchOptions.parse().once()).isFalse();
        assertThat(LaunchOptions.parse("--once").once()).isTrue();
        assertThat(LaunchOptions.parse("--help").help()).isTrue();
        assertThat(LaunchOptions.parse("--version").version()).isTrue();
        assertThat(LaunchOptions.parse("--once").allowRejects()).isFalse();
        assertThat(LaunchOptions.parse("--once", "--allow-rejects").allowRejects())
                .isTrue();
    }

    @Test
    void aRunWithoutTheNameOfASyncIsOfAll() {
        assertThat(LaunchOptions.isRunOfAllSyncs("sync", "run")).isTrue();
        assertThat(LaunchOptions.parse("sync", "run", "--allow-rejects"))
                .isEqualTo(new LaunchOptions(true, true, false, false));
        assertThat(LaunchOptions.isRunOfAllSyncs("sync", "run", "partner-leads"))
                .isFalse();
        assertThat(LaunchOptions.isRunOfAllSyncs("sync", "run", "--help")).isFalse();
        assertThat(LaunchOptions.isRunOfAllSyncs("sync")).isFalse();
    }

    @Test
    void namesAWordThatIsNoOption() {
        assertThatThrownBy(() -> LaunchOptions.parse("--twice"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "'--twice' is not an option; there are --once, --allow-rejects, cursor, sync, doctor, --version and --help.");
    }
}
