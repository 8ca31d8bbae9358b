package io.github.camelvtiger.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelvtiger.client.RateNumbers;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** When requests may go, by the clock of the test, which also is the server's. */
class RateGovernorTest {

    private static final Instant BEGIN = Instant.parse("2026-03-01T10:00:00Z");

    private static final int AT_ONCE = 1_000;

    private final Appointments appointments = new Appointments();
    private final Waits waits = new Waits(appointments);
    private final long start = Long.MAX_VALUE - TimeUnit.SECONDS.toNanos(5);
    private long now = start;
    private final SharedRate rate = new SharedRate(() -> now, waits);

    @Test
    void withoutALimitNobodyWaits() {
        assertThat(sent(governor(0), 100)).allMatch(CompletableFuture::isDone);
    }

    @Test
    void requestsAreSpacedEvenlyAlsoWhereTheNanosecondsOverflow() {
        List<CompletableFuture<Integer>> requests = sent(governor(60), 12);

        assertThat(done(requests)).isOne();
        for (int second = 1; second < 12; second++) {
            pass(Duration.ofMillis(999));
            assertThat(done(requests)).isEqualTo(second);
            pass(Duration.ofMillis(1));
            assertThat(done(requests)).isEqualTo(second + 1);
        }
        assertThat(rate.numbers().delayed()).isEqualTo(11);
    }

    @Test
    void timeThatPassedUnusedIsNotSavedUp() {
        RateGovernor governor = governor(60);
        sent(governor, 1);
        pass(Duration.ofSeconds(10));

        assertThat(done(sent(governor, 2))).isOne();
    }

    @Test
    void aClientsOwnLimitCountsTheRequestsOfAllAndDelaysOnlyItsOwn() {
        RateGovernor slow = governor(60);
        sent(governor(0), 1);

        List<CompletableFuture<Integer>> slowOnes = sent(slow, 2);
        assertThat(done(slowOnes)).isZero();
        assertThat(done(sent(governor(0), 5))).isEqualTo(5);

        pass(Duration.ofSeconds(1));
        assertThat(done(slowOnes)).isOne();
    }

    @Test
    void soManyAreUnderWayAtOnceAndWhoEndsMakesRoomHoweverManyDoAtOnce() {
        RateGovernor governor = new RateGovernor(rate, new RateLimits(2, 0, 0, Duration.ofSeconds(60)));
        List<CompletableFuture<Integer>> requests = IntStream.range(0, 10_000)
                .mapToObj(i -> new CompletableFuture<Integer>())
                .toList();
        List<CompletableFuture<Integer>> begun = new ArrayList<>();
        requests.forEach(request -> governor.send(() -> {
            begun.add(request);
            return request;
        }));
        assertThat(begun).isEqualTo(requests.subList(0, 2));

        requests.get(1).complete(1);
        assertThat(begun).isEqualTo(requests.subList(0, 3));
        requests.subList(2, 10_000).forEach(request -> request.complete(1));
        assertThat(begun).hasSize(10_000);
    }

    @Test
    void whoWaitsWhenTheConnectionIsClosedFails() {
        RateGovernor governor = governor(60);
        List<CompletableFuture<Integer>> requests = sent(governor, 2);

        waits.close();

        assertThat(requests.get(1)).isCompletedExceptionally();
        assertThat(sent(governor, 1).get(0)).isCompletedExceptionally();
    }

    @Test
    void theFirstHalfOfAMinuteGoesAtOnceAndTheRestIsSpread() {
        RateGovernor governor = governor(0);
        answer(governor, 30, 16, 40);
        assertThat(done(sent(governor, 1))).isOne();
        answer(governor, 30, 15, 40);

        List<CompletableFuture<Integer>> requests = sent(governor, 2);
        assertThat(done(requests)).isZero();
        pass(Duration.ofMillis(2_500));
        assertThat(done(requests)).isOne();
        pass(Duration.ofMillis(2_500));
        assertThat(done(requests)).isEqualTo(2);
    }

    @Test
    void aUsedUpMinuteIsWaitedFor() {
        RateGovernor governor = governor(0);
        answer(governor, 30, 0, 42);

        CompletableFuture<Integer> request = sent(governor, 1).get(0);
        pass(Duration.ofSeconds(41));
        assertThat(request).isNotDone();
        assertThat(rate.numbers().waiting()).isOne();
        pass(Duration.ofSeconds(1));
        assertThat(request).isCompletedWithValue(1);
    }

    @Test
    void ofANewMinuteTheFirstHalfGoesAtOnceAgain() {
        RateGovernor governor = governor(0);
        answer(governor, 30, 0, 10);
        List<CompletableFuture<Integer>> requests = sent(governor, 20);

        pass(Duration.ofSeconds(10));
        assertThat(done(requests)).isEqualTo(15);
        pass(Duration.ofSeconds(50));
        assertThat(done(requests)).isEqualTo(20);
    }

    @Test
    void requestsThatAreUnderWayAreTakenAsNotYetCounted() {
        RateGovernor governor = governor(0);
        List<CompletableFuture<Integer>> slow = IntStream.range(0, 4)
                .mapToObj(i -> new CompletableFuture<Integer>())
                .toList();
        slow.forEach(request -> governor.send(() -> request));

        governor.answered(head(200, minute(30, 3, 30)));

        assertThat(rate.numbers().minuteLeft()).hasValue(0);
        assertThat(done(sent(governor, 1))).isZero();
    }

    @Test
    void toSpareCallsDelaysNobodyLongerThanHeIsPatient() {
        RateGovernor impatient = new RateGovernor(rate, new RateLimits(AT_ONCE, 0, 0, Duration.ZERO));
        answer(impatient, 30, 2, 50);

        assertThat(done(sent(impatient, 1))).isOne();
    }

    @Test
    void whoseTurnComesTooLateFailsAtOnce() {
        RateGovernor governor = new RateGovernor(rate, new RateLimits(AT_ONCE, 0, 0, Duration.ofSeconds(20)));
        answer(governor, 30, 0, 21);

        assertHeldBack(sent(governor, 1).get(0), "maxRetryAfter");
        assertThat(rate.numbers().refused()).isOne();
        pass(Duration.ofSeconds(1));
        assertThat(sent(governor, 1).get(0)).isNotDone();
    }

    @Test
    void theReserveOfADayIsLeftToOthers() {
        RateGovernor modest = new RateGovernor(rate, new RateLimits(AT_ONCE, 0, 100, Duration.ofSeconds(60)));
        RateGovernor other = governor(0);
        modest.answered(head(200, day(3_000, 101)));

        assertThat(done(sent(modest, 1))).isOne();
        assertHeldBack(sent(modest, 1).get(0), "dailyReserve");
        assertThat(done(sent(other, 100))).isEqualTo(100);
        assertHeldBack(sent(other, 1).get(0), "no more calls today");
    }

    @ParameterizedTest
    @ValueSource(strings = {"X-RateLimit-Reset", "X-RateLimit-DailyLimit-Reset", ""})
    void afterADayThatIsUsedUpCallsGoAgainAndOneAheadWhereItsEndIsNotKnown(String resetName) {
        RateGovernor governor = governor(0);
        Map<String, String> headers = new HashMap<>(day(3_000, 0));
        if (!resetName.isEmpty()) {
            headers.put(resetName, "3600");
        }
        governor.answered(head(200, headers));

        pass(Duration.ofMinutes(58));
        assertHeldBack(sent(governor, 1).get(0), "today");
        pass(Duration.ofMinutes(2));
        List<CompletableFuture<Integer>> requests = sent(governor, 3);
        assertThat(done(requests)).isEqualTo(resetName.isEmpty() ? 1 : 3);
        governor.answered(head(200, day(3_000, 2_999)));

        assertThat(done(requests)).isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource({
        "X-FloodControl-Remaining, X-FloodControl-Reset, 30",
        "X-FloodControl-Remaining, X-FloodControl-Reset, 1772359230",
        "X-FloodControl-MinuteLimit-Remaining, X-FloodControl-MinuteLimit-Reset, 30",
        "x-floodcontrol-remaining, x-floodcontrol-reset, ' 30 '"
    })
    void eachFormOfTheHeadersIsTaken(String remaining, String reset, String value) {
        RateGovernor governor = governor(0);
        governor.answered(head(200, Map.of("X-FloodControl-MinuteLimit", "30", remaining, "0", reset, value)));

        CompletableFuture<Integer> request = sent(governor, 1).get(0);
        pass(Duration.ofSeconds(29));
        assertThat(request).isNotDone();
        pass(Duration.ofSeconds(1));
        assertThat(request).isDone();
    }

    @ParameterizedTest
    @CsvSource({"-1, 5", "many, 5", "'', 5", "99999999999999999999, 5", "30, soon"})
    void headersThatAreNotNumbersAreAsGoodAsNone(String remaining, String reset) {
        RateGovernor governor = governor(0);
        governor.answered(head(200, Map.of("X-FloodControl-Remaining", remaining, "X-FloodControl-Reset", reset)));

        assertThat(done(sent(governor, 2))).isEqualTo(2);
    }

    @Test
    void aRefusalThatNoHeaderExplainsPausesForAMinute() {
        RateGovernor governor = governor(0);
        governor.answered(head(429, minute(30, 12, 30)));

        CompletableFuture<Integer> request = sent(governor, 1).get(0);
        pass(Duration.ofSeconds(59));
        assertThat(request).isNotDone();
        pass(Duration.ofSeconds(1));
        assertThat(request).isDone();
    }

    @Test
    void aRefusalThatSaysHowLongIsObeyedForAnHourAtMost() {
        RateGovernor governor = governor(0);
        governor.answered(head(429, Map.of("Retry-After", "30")));
        CompletableFuture<Integer> request = sent(governor, 1).get(0);
        pass(Duration.ofSeconds(30));
        assertThat(request).isDone();

        governor.answered(head(429, Map.of("Retry-After", "999999999")));
        assertHeldBack(sent(governor, 1).get(0), "used up");
        pass(Duration.ofHours(1));
        assertThat(done(sent(governor, 1))).isOne();
    }

    @Test
    void theNumbersAreThoseOfTheLastAnswerLessWhatWasSentSince() {
        RateGovernor governor = governor(0);
        assertThat(rate.numbers())
                .isEqualTo(new RateNumbers(
                        OptionalLong.empty(),
                        OptionalLong.empty(),
                        OptionalLong.empty(),
                        OptionalLong.empty(),
                        0,
                        0,
                        0));

        Map<String, String> headers = new HashMap<>(minute(60, 50, 30));
        headers.putAll(day(6_000, 5_000));
        governor.answered(head(200, headers));
        sent(governor, 2);

        assertThat(rate.numbers())
                .isEqualTo(new RateNumbers(
                        OptionalLong.of(60),
                        OptionalLong.of(48),
                        OptionalLong.of(6_000),
                        OptionalLong.of(4_998),
                        0,
                        0,
                        0));
    }

    private RateGovernor governor(int requestsPerMinute) {
        return new RateGovernor(rate, new RateLimits(AT_ONCE, requestsPerMinute, 0, Duration.ofSeconds(60)));
    }

    private static List<CompletableFuture<Integer>> sent(RateGovernor governor, int number) {
        return IntStream.range(0, number)
                .mapToObj(i -> governor.send(() -> CompletableFuture.completedFuture(1)))
                .toList();
    }

    private static long done(List<CompletableFuture<Integer>> requests) {
        return requests.stream()
                .filter(request -> request.isDone() && !request.isCompletedExceptionally())
                .count();
    }

    private static void assertHeldBack(CompletableFuture<Integer> request, String why) {
        assertThat(request).isCompletedExceptionally();
        assertThatThrownBy(request::join)
                .cause()
                .isInstanceOfSatisfying(NoAnswerException.class, failure -> {
                    assertThat(failure.reason()).isEqualTo(NoAnswerException.Reason.HELD_BACK);
                    assertThat(failure.maybeSent()).isFalse();
                })
                .hasMessageContaining(why);
    }

    private void pass(Duration time) {
        now += time.toNanos();
        appointments.keepThoseUntil(time.toMillis());
    }

    private void answer(RateGovernor governor, int limit, int left, int reset) {
        governor.answered(head(200, minute(limit, left, reset)));
    }

    private static Map<String, String> minute(int limit, int left, int reset) {
        return Map.of(
                "X-FloodControl-MinuteLimit",
                "" + limit,
                "X-FloodControl-Remaining",
                "" + left,
                "X-FloodControl-Reset",
                "" + reset);
    }

    private static Map<String, String> day(int limit, int left) {
        return Map.of("X-RateLimit-DailyLimit", "" + limit, "X-RateLimit-Remaining", "" + left);
    }

    private HttpHead head(int status, Map<String, String> headers) {
        Instant date = BEGIN.plusNanos(now - start);
        Map<String, String> all = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        all.putAll(headers);
        all.put("Date", DateTimeFormatter.RFC_1123_DATE_TIME.format(date.atOffset(ZoneOffset.UTC)));
        return new HttpHead(status, "", all, date);
    }
}
