package io.github.camelvtiger.simulator.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelvtiger.simulator.operation.ServerCrash;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SyncTimeTest {

    @ParameterizedTest
    @CsvSource({
        "1795527026, 1795527026, 2026-11-24 13:30:26",
        "5.9, 5, 1970-01-01 00:00:05",
        "' 5 ', 5, 1970-01-01 00:00:05",
        "+5, 5, 1970-01-01 00:00:05",
        "-5, -5, 1969-12-31 23:59:55",
        "1e3, 1000, 1970-01-01 00:16:40",
        "5., 5, 1970-01-01 00:00:05",
        ".5, 0, 1970-01-01 00:00:00",
        "99999999999, 99999999999, 5138-11-16 09:46:39",
        "253402300800, 253402300800, ''"
    })
    void aNumberIsReadAsPhpDoes(String sent, long seconds, String text) {
        SyncTime time = SyncTime.parse(sent);

        assertThat(time.seconds()).isEqualTo(seconds);
        assertThat(time.text()).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "abc", "0x10", "5x", "2026-01-01", "99999999999999999999", "1e400", "--1", "1e"})
    void anythingElseIsTooMuchForPhp(String sent) {
        assertThatThrownBy(() -> SyncTime.parse(sent)).isInstanceOf(ServerCrash.class);
    }
}
