package io.github.camelvtiger.routes.sync.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class RetryPausesTest {

    private static final Instant REFUSED = Instant.parse("2026-11-30T08:00:00Z");

    private final RetryPauses pauses = new RetryPauses(Duration.ofMinutes(1));

    @Test
    void eachPauseIsTwiceAsLongAsTheOneBefore() {
        assertThat(pauses.next(1, REFUSED, REFUSED)).contains(REFUSED.plusSeconds(60));
        assertThat(pauses.next(2, REFUSED, REFUSED)).contains(REFUSED.plusSeconds(120));
        assertThat(pauses.next(5, REFUSED, REFUSED)).contains(REFUSED.plusSeconds(960));
    }

    @Property
    void noPauseIsLongerThanSixHoursAndNoTryIsLaterThanAWeek(
            @ForAll @IntRange(min = 0) int tries, @ForAll @IntRange(min = 0, max = 1_000_000) int age) {
        Instant now = REFUSED.plusSeconds(age);

        assertThat(pauses.next(tries, REFUSED, now))
                .satisfiesAnyOf(
                        next -> assertThat(next).hasValueSatisfying(time -> assertThat(time)
                                .isAfter(now)
                                .isBeforeOrEqualTo(now.plus(Duration.ofHours(6)))
                                .isBeforeOrEqualTo(REFUSED.plus(Duration.ofDays(7)))),
                        next -> assertThat(next).isEmpty().satisfies(none -> assertThat(now.plus(Duration.ofHours(6)))
                                .isAfter(REFUSED.plus(Duration.ofDays(7)))));
    }
}
