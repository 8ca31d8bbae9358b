package io.github.camelvtiger.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelvtiger.client.ClientSettings;
import io.github.camelvtiger.client.SessionNumbers;
import io.github.camelvtiger.crm.VtigerClient;
import io.github.camelvtiger.simulator.SimulatorServer;
import io.github.camelvtiger.simulator.clock.ManualClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentSkipListMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SessionLifeTest {

    private final ManualClock clock = new ManualClock(Instant.parse("2026-11-30T08:00:00Z"));
    private final SimulatorServer crm =
            SimulatorServer.builder().seed("empty").clock(clock).start();
    private final VtigerClient client = new VtigerClient(new ClientSettings(crm.url(), "admin", crm.accessKey()));
    private final Map<Duration, CompletableFuture<Void>> pauses = new ConcurrentSkipListMap<>();
    private final SessionLife life =
            new SessionLife(client, time -> pauses.computeIfAbsent(time, key -> new CompletableFuture<>()));

    @AfterEach
    void stop() {
        client.close();
        crm.close();
    }

    @Test
    void aSessionThatIsForgottenEarlyIsReportedWithTheTimesOnBothSides() {
        CompletableFuture<List<Finding>> tried = life.tried(Duration.ofMinutes(18));

        pass(3);
        pass(6);
        crm.faults().expireSessions();
        pass(9, 12, 15, 18);

        assertThat(tried.join()).singleElement().satisfies(finding -> {
            assertThat(finding.problem()).contains("left alone for 540 s, one for 360 s was still known");
            assertThat(finding.remedy()).contains("session.gc_maxlifetime");
        });
    }

    @Test
    void oneThatIsStillKnownIsNotReported() {
        CompletableFuture<List<Finding>> tried = life.tried(Duration.ofMinutes(18));

        pass(3, 6, 9, 12, 15, 18);

        assertThat(tried.join()).isEmpty();
    }

    @Test
    void aLossAfterTheDefaultOfPhpIsNotEarly() {
        CompletableFuture<List<Finding>> tried = life.tried(Duration.ofMinutes(36));

        pass(6, 12, 18, 24, 30, 36);

        assertThat(tried.join()).isEmpty();
    }

    @Test
    void whatTheSessionsOfAConnectionHaveShownIsReportedWithoutWaiting() {
        assertThat(SessionLife.seen(new SessionNumbers(1, 0, 0, 3, Duration.ofSeconds(40))))
                .singleElement()
                .satisfies(finding -> assertThat(finding.problem()).contains("3 sessions", "40 s after its last call"));
        assertThat(SessionLife.seen(new SessionNumbers(1, 0, 0, 3, Duration.ofMinutes(25))))
                .isEmpty();
        assertThat(SessionLife.seen(SessionNumbers.NONE)).isEmpty();
    }

    /** The CRM's clock goes on to each of these minutes, and the session that waited for it is asked. */
    private void pass(int... minutes) {
        for (int minute : minutes) {
            Duration time = Duration.ofMinutes(minute);
            await().until(() -> pauses.containsKey(time));
            long asked = crm.calls().stream()
                    .filter(call -> call.operation().equals("retrieve"))
                    .count();
            clock.advance(time.minus(passed));
            passed = time;
            pauses.get(time).complete(null);
            await().until(() -> crm.calls().stream()
                            .filter(call -> call.operation().equals("retrieve"))
                            .count()
                    > asked);
        }
    }

    private Duration passed = Duration.ZERO;
}
