package io.github.camelvtiger.changes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ClockReadingTest {

    private static final Instant SERVER = Instant.parse("2026-03-01T10:00:00Z");
    private static final Instant LOCAL = Instant.parse("2026-03-01T10:00:03Z");

    private final ClockReading reading = new ClockReading(SERVER, LOCAL);

    @Test
    void clocksThatRanOnAlikeWereNotSetBack() {
        Duration night = Duration.ofHours(10);

        assertThat(reading.setBackTo(SERVER.plus(night), LOCAL.plus(night))).isEmpty();
        assertThat(reading.setBackTo(SERVER.plus(night).minusSeconds(12), LOCAL.plus(night)))
                .as("five seconds, and a drift of a five-thousandth")
                .isEmpty();
    }

    @Test
    void aClockSetForwardNeedsNothing() {
        assertThat(reading.setBackTo(SERVER.plusSeconds(7200), LOCAL.plusSeconds(60)))
                .isEmpty();
    }

    @Test
    void whatWasChangedMeanwhileBearsATimeFromTheSetClockOn() {
        assertThat(reading.setBackTo(SERVER.minusSeconds(3600), LOCAL.plusSeconds(600)))
                .as("an hour and ten minutes too early, seen after ten minutes")
                .contains(SERVER.minusSeconds(4200).minusMillis(5_120));
        assertThat(reading.setBackTo(SERVER.plusSeconds(60), LOCAL.plusSeconds(600)))
                .as("set back by less than the time nobody watched")
                .contains(SERVER.minusSeconds(540).minusMillis(5_120));
    }

    @Test
    void whereBothClocksWereSetBackAnHourIsReadAgain() {
        assertThat(reading.setBackTo(SERVER.minusSeconds(60), LOCAL.minusSeconds(60)))
                .contains(SERVER.minusSeconds(3660));
    }

    @Test
    void thisMachinesClockSetBackAloneNeedsNothing() {
        assertThat(reading.setBackTo(SERVER.plusSeconds(60), LOCAL.minusSeconds(60)))
                .isEmpty();
    }

    @Test
    void aDifferenceTooSmallToBeNoticedIsReckonedWith() {
        assertThat(reading.earliestSince(LOCAL.plusSeconds(600))).isEqualTo(SERVER.minusMillis(5_120));
        assertThat(reading.earliestSince(LOCAL.minusSeconds(600))).isEqualTo(SERVER.minusSeconds(5));
    }
}
