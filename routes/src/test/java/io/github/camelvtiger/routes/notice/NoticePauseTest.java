package io.github.camelvtiger.routes.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class NoticePauseTest {

    private Instant now = Instant.parse("2026-12-01T03:00:00Z");
    private final NoticePause pause = new NoticePause(() -> now);

    @Test
    void oneCauseIsSaidOnceAnHour() {
        assertThat(pause.isOver(notice("sync:leads"))).isTrue();
        now = now.plus(Duration.ofMinutes(59));
        assertThat(pause.isOver(notice("sync:leads"))).isFalse();
        assertThat(pause.isOver(notice("login"))).isTrue();
        now = now.plus(Duration.ofMinutes(1));
        assertThat(pause.isOver(notice("sync:leads"))).isTrue();
        assertThat(pause.isOver(notice("login"))).isFalse();
    }

    private static Notice notice(String cause) {
        return new Notice(cause, "subject", "text");
    }
}
