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
    }

    @Test
    void namesAWordThatIsNoOption() {
        assertThatThrownBy(() -> LaunchOptions.parse("--twice"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("'--twice' is not an option; there are --once, cursor, sync, doctor and --help.");
    }
}
