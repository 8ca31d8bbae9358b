package io.github.camelvtiger.routes.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.Test;

class DailySummaryTest {

    @Test
    void itIsDueOnceADay() {
        DailySummary daily = new DailySummary(LocalTime.of(7, 0), at("2026-12-01T06:58"));

        assertThat(daily.isDue(at("2026-12-01T06:59"))).isFalse();
        assertThat(daily.isDue(at("2026-12-01T07:00"))).isTrue();
        assertThat(daily.isDue(at("2026-12-01T07:01"))).isFalse();
        assertThat(daily.isDue(at("2026-12-02T06:59"))).isFalse();
        assertThat(daily.isDue(at("2026-12-02T09:30"))).isTrue();
    }

    @Test
    void whoStartsAfterItsTimeHearsTomorrow() {
        DailySummary daily = new DailySummary(LocalTime.of(7, 0), at("2026-12-01T07:00"));

        assertThat(daily.isDue(at("2026-12-01T23:00"))).isFalse();
        assertThat(daily.isDue(at("2026-12-02T07:00"))).isTrue();
    }

    /** In the night of the 25th of October 2026 the clocks of Berlin go back from three to two. */
    @Test
    void anHourThatComesTwiceBringsOneSummary() {
        DailySummary daily = new DailySummary(LocalTime.of(2, 30), at("2026-10-24T12:00"));
        ZonedDateTime first = at("2026-10-25T02:30").withEarlierOffsetAtOverlap();

        assertThat(daily.isDue(first)).isTrue();
        assertThat(daily.isDue(first.withLaterOffsetAtOverlap())).isFalse();
        assertThat(daily.isDue(at("2026-10-26T02:30"))).isTrue();
    }

    private static ZonedDateTime at(String time) {
        return LocalDateTime.parse(time).atZone(ZoneId.of("Europe/Berlin"));
    }
}
