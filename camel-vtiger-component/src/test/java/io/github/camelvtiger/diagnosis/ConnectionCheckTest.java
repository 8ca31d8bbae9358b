package io.github.camelvtiger.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConnectionCheckTest {

    /** When the CRM was asked. */
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00.900Z");

    /** Both clocks are equal; the CRM shows 12:00:00 until 12:00:01. */
    @ParameterizedTest
    @CsvSource({"0,12:00:00", "50,12:00:00", "200,12:00:01", "5000,12:00:00", "5000,12:00:03", "5000,12:00:05"})
    void timeThatAnAnswerMayHaveTakenIsNotADifference(long millis, String time) {
        assertThat(difference(millis, time)).isZero();
    }

    @ParameterizedTest
    @CsvSource({"100,12:00:31,31", "100,11:59:30,-30", "4000,12:01:03,61", "4000,11:59:03,-59"})
    void aDifferenceIsMeasuredFromTheMiddle(long millis, String time, long seconds) {
        assertThat(difference(millis, time)).isEqualTo(Duration.ofSeconds(seconds));
    }

    @Test
    void aClockThatIsASecondBehindShowsOnceTheAnswerIsQuickEnough() {
        assertThat(difference(50, "11:59:59")).isEqualTo(Duration.ofSeconds(-1));
    }

    private static Duration difference(long millis, String time) {
        return ConnectionCheck.difference(NOON, Instant.parse("2026-03-01T" + time + "Z"), NOON.plusMillis(millis));
    }
}
