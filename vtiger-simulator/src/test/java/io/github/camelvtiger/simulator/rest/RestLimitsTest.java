package io.github.camelvtiger.simulator.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelvtiger.simulator.SimulatorServer;
import io.github.camelvtiger.simulator.clock.ManualClock;
import io.github.camelvtiger.simulator.fault.Fault;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** 429 and the headers of limits, over HTTP and on a clock that the test moves. */
class RestLimitsTest {

    private static final Instant NOON = Instant.parse("2026-11-23T12:00:10Z");

    private final ManualClock clock = new ManualClock(NOON);

    @Test
    void theCallBeyondTheMinuteIsRefusedUntilTheNext() throws Exception {
        try (SimulatorServer server = server(RestEdition.GROWTH)) {
            RestCalls calls = RestCalls.as("admin", server);
            for (int left = 29; left >= 0; left--) {
                HttpResponse<String> answer = calls.get("me");
                assertThat(answer.statusCode()).isEqualTo(200);
                assertThat(header(answer, "X-FloodControl-Remaining")).isEqualTo(left);
            }

            HttpResponse<String> refused = calls.get("me");

            assertThat(refused.statusCode()).isEqualTo(429);
            assertThat(refused.body()).isEmpty();
            assertThat(header(refused, "X-FloodControl-MinuteLimit")).isEqualTo(30);
            assertThat(header(refused, "X-FloodControl-Remaining")).isZero();
            assertThat(header(refused, "X-FloodControl-Reset")).isEqualTo(NOON.getEpochSecond() + 50);
            clock.advance(Duration.ofSeconds(49));
            assertThat(calls.get("me").statusCode()).isEqualTo(429);
            clock.advance(Duration.ofSeconds(1));
            assertThat(calls.get("me").statusCode()).isEqualTo(200);
            assertThat(server.calls())
                    .filteredOn(call -> call.status() == 429)
                    .hasSize(2)
                    .allSatisfy(call -> assertThat(call.why().cause())
                            .isEqualTo("the edition GROWTH allows 30 calls in a minute; the next one begins at"
                                    + " 2026-11-23T12:01:00Z"));
        }
    }

    @Test
    void aDayHasTheEditionsCallsAndThoseOfEachUser() throws Exception {
        try (SimulatorServer server = server(RestEdition.PROFESSIONAL)) {
            long users = server.crm().records("Users").stream()
                    .filter(user -> "Active".equals(user.get("status")))
                    .count();

            HttpResponse<String> answer = RestCalls.as("admin", server).get("me");

            assertThat(users).isPositive();
            assertThat(header(answer, "X-RateLimit-DailyLimit")).isEqualTo(6_000 + 600 * users);
            assertThat(header(answer, "X-RateLimit-Remaining")).isEqualTo(6_000 + 600 * users - 1);
            assertThat(header(answer, "X-RateLimit-Reset"))
                    .isEqualTo(Instant.parse("2026-11-24T00:00:00Z").getEpochSecond());
        }
    }

    @Test
    void theHourIsLimitedWhateverItsMinutesAre() {
        RestLimits limits = new RestLimits(RestEdition.GROWTH, () -> 10, clock);
        for (int call = 0; call < 1_000; call++) {
            if (call % 30 == 0) {
                clock.advance(Duration.ofMinutes(1));
            }
            assertThat(limits.admit().refused()).isFalse();
        }
        clock.advance(Duration.ofMinutes(1));

        assertThat(limits.admit().refusal())
                .contains("allows 1000 calls in a hour")
                .contains("13:00:00Z");

        clock.advance(Duration.ofHours(1));
        assertThat(limits.admit().refused()).isFalse();
    }

    @Test
    void theDayIsLimitedUntilMidnight() {
        ManualClock day = new ManualClock(Instant.parse("2026-11-23T00:00:00Z"));
        RestLimits limits = new RestLimits(RestEdition.GROWTH, () -> 0, day);
        for (int call = 0; call < 3_000; call++) {
            // Neither a minute nor an hour is ever full.
            day.advance(Duration.ofSeconds(25));
            assertThat(limits.admit().refused()).isFalse();
        }

        assertThat(limits.admit().refusal())
                .isEqualTo("the edition GROWTH allows 3000 calls in a day; the next one begins at"
                        + " 2026-11-24T00:00:00Z");
    }

    @Test
    void usersBringNoMoreThanTheEditionsMost() {
        assertThat(RestEdition.GROWTH.day(100)).isEqualTo(23_000);
        assertThat(RestEdition.GROWTH.day(106)).isEqualTo(24_000);
        assertThat(RestEdition.ENTERPRISE.day(1_000_000)).isEqualTo(120_000);
    }

    @Test
    void whoDoesNotComeInCostsNothing() throws Exception {
        try (SimulatorServer server = server(RestEdition.GROWTH)) {
            server.faults().failNext(1, Fault.HTTP_500_EMPTY, "me");
            RestCalls calls = RestCalls.as("admin", server);
            calls.get("me");

            assertThat(header(calls.get("me"), "X-FloodControl-Remaining")).isEqualTo(29);
        }
    }

    @Test
    void onePilotHasNoApi() throws Exception {
        try (SimulatorServer server = server(RestEdition.PILOT)) {
            assertThat(RestCalls.as("admin", server).get("me").statusCode()).isEqualTo(429);
        }
    }

    @Test
    void withoutAnEditionThereAreNeitherLimitsNorHeaders() throws Exception {
        try (SimulatorServer server =
                SimulatorServer.builder().rest(true).seed("empty").clock(clock).start()) {
            RestCalls calls = RestCalls.as("admin", server);
            for (int call = 0; call < 100; call++) {
                assertThat(calls.get("me").statusCode()).isEqualTo(200);
            }

            assertThat(calls.get("me").headers().firstValue("X-RateLimit-DailyLimit"))
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"growth,GROWTH", "AI,AI", "Enterprise,ENTERPRISE"})
    void editionsAreNamedInAnyCase(String name, RestEdition edition) {
        assertThat(RestEdition.parse(name)).isEqualTo(edition);
    }

    @Test
    void anUnknownEditionIsNamedWithTheKnownOnes() {
        assertThatThrownBy(() -> RestEdition.parse("gold"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("REST edition \"gold\" does not exist: give one of"
                        + " [pilot, growth, professional, enterprise, ai]");
    }

    private SimulatorServer server(RestEdition edition) {
        return SimulatorServer.builder()
                .rest(true)
                .seed("empty")
                .clock(clock)
                .restEdition(edition)
                .start();
    }

    private static long header(HttpResponse<String> answer, String name) {
        return answer.headers().firstValueAsLong(name).orElseThrow();
    }
}
