package io.github.camelvtiger.simulator.kind;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Seen on 8.2.0. */
class PhpTimeTest {

    @ParameterizedTest
    @CsvSource({
        "9:5,PT9H5M",
        "09:05,PT9H5M",
        "0930,PT9H30M",
        "9:05 PM,PT21H5M",
        "09:05 pm,PT21H5M",
        "12:00 AM,PT0S",
        "12:30 AM,PT30M",
        "12:30 PM,PT12H30M",
        "9:05PM,PT21H5M",
        "10 AM,PT10H",
        "10:00:00 PM,PT22H",
        "24:00,PT24H",
        "10.30,PT10H30M",
        "10:30:00.5,PT10H30M",
        "23:59:59,PT23H59M59S",
        "noon,PT12H",
        "midnight,PT0S",
        "now,PT0S",
        "'',PT0S",
        "-1:00,PT1H"
    })
    void times(String text, Duration time) {
        assertThat(PhpTime.of(text)).contains(time);
    }

    @ParameterizedTest
    @ValueSource(strings = {"9", "930", "13:00 PM", "10:61", "10:00:75", "25:00", "abc", "1000000"})
    void whatIsNoTime(String text) {
        assertThat(PhpTime.of(text)).isEmpty();
    }
}
