package io.github.camelvtiger.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RateGovernorTest {

    private final Appointments appointments = new Appointments();
    private final Waits waits = new Waits(appointments);
    private long now = Long.MAX_VALUE - 1;

    @Test
    void withoutALimitNobodyWaits() {
        RateGovernor governor = new RateGovernor(0, () -> now, waits);

        assertThat(turns(governor, 100)).allMatch(CompletableFuture::isDone);
    }

    @Test
    void requestsAreSpacedEvenlyAlsoWhereTheNanosecondsOverflow() {
        RateGovernor governor = new RateGovernor(60, () -> now, waits);

        List<CompletableFuture<Void>> turns = turns(governor, 4);

        assertThat(turns).extracting(CompletableFuture::isDone).containsExactly(true, false, false, false);
        assertThat(appointments.waits()).containsExactly(1000L, 2000L, 3000L);
        appointments.keepNext();
        assertThat(turns).extracting(CompletableFuture::isDone).containsExactly(true, true, false, false);
    }

    @Test
    void timeThatPassedUnusedIsNotSavedUp() {
        RateGovernor governor = new RateGovernor(60, () -> now, waits);
        turns(governor, 1);
        now += TimeUnit.SECONDS.toNanos(10);

        assertThat(turns(governor, 2)).extracting(CompletableFuture::isDone).containsExactly(true, false);
        assertThat(appointments.waits()).containsExactly(1000L);
    }

    @Test
    void whoWaitsWhenTheConnectionIsClosedIsToldSo() {
        RateGovernor governor = new RateGovernor(60, () -> now, waits);
        List<CompletableFuture<Void>> turns = turns(governor, 2);

        waits.close();

        assertThat(turns.get(1)).isCompletedExceptionally();
        assertThat(turns(governor, 1).get(0)).isCompletedExceptionally();
    }

    private static List<CompletableFuture<Void>> turns(RateGovernor governor, int number) {
        return IntStream.range(0, number).mapToObj(i -> governor.turn()).toList();
    }
}
