package io.github.camelvtiger.changes;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelvtiger.client.RecordId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ParkedTest {

    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

    private final Delivery failed = new Delivery(new RecordId(12, 34), NOW, "0123abcd");
    private final Parked first = Parked.first(failed, ChangeKind.CREATED, NOW);

    @Test
    void theWaitDoublesUpToAnHour() {
        List<Long> minutes = new ArrayList<>();
        Parked parked = first;
        for (int failure = 1; failure <= 40; failure++) {
            minutes.add(Duration.between(NOW, parked.due()).toMinutes());
            parked = parked.again(failed, NOW);
        }
        assertThat(minutes).startsWith(1L, 2L, 4L, 8L, 16L, 32L, 60L).endsWith(60L, 60L);
        assertThat(parked.attempts()).isEqualTo(41);
        assertThat(parked.since()).isEqualTo(NOW);
        assertThat(parked.kind()).isEqualTo(ChangeKind.CREATED);
    }

    @Test
    void itIsDueWhenItsTimeHasCome() {
        assertThat(first.isDue(NOW.plusSeconds(59))).isFalse();
        assertThat(first.isDue(NOW.plusSeconds(60))).isTrue();
    }

    @Test
    void aClockSetBackByDaysDoesNotKeepItWaitingForDays() {
        assertThat(first.isDue(NOW.minus(Duration.ofDays(2)))).isTrue();
    }
}
