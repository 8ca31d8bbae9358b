package io.github.camelvtiger.changes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelvtiger.client.ServerFailureException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Answers that bear a date far from the CRM's clock, and a clock that was really set. */
class LyingClockTest {

    private static final Duration TO_1970 = Duration.between(ModelCrm.BEGIN, Instant.EPOCH.plusSeconds(60));
    private static final Duration TO_2038 = Duration.between(ModelCrm.BEGIN, Instant.parse("2038-01-19T03:14:07Z"));

    private final Deque<Duration> lies = new ArrayDeque<>();
    private final ModelCrm crm = new ModelCrm(() -> {});
    private final ModelCursor cursor = new ModelCursor(() -> {}, state -> {});
    private ChangeFeed feed = feed(StartFrom.Kind.NOW);

    @BeforeEach
    void threeOldRecords() {
        crm.lie(() -> lies.isEmpty() ? Duration.ZERO : lies.remove());
        crm.create(3, 0, 0);
        crm.pass(3_600_000);
    }

    @Test
    void oneAnswerFrom1970ChangesNothing() {
        assertThat(poll()).isEmpty();
        crm.pass(60_000);
        lies.add(TO_1970);
        assertThat(poll()).isEmpty();
        crm.create(1, 0, 0);
        crm.pass(10_000);
        assertThat(poll()).containsExactly("CREATED 4");
    }

    @Test
    void oneAnswerFrom2038OnAnEmptyPageChangesNothing() {
        assertThat(poll()).isEmpty();
        crm.pass(60_000);
        lies.add(TO_2038);
        assertThat(poll()).isEmpty();
        crm.create(1, 0, 0);
        crm.pass(10_000);
        assertThat(poll()).containsExactly("CREATED 4");
    }

    @Test
    void aRepeatedDateIsThatOfACacheAndNotBelieved() {
        assertThat(poll()).isEmpty();
        for (int poll = 0; poll < 5; poll++) {
            crm.pass(15_000);
            Duration stale = Duration.between(crm.clock(), ModelCrm.BEGIN.plusSeconds(1));
            lies.addAll(List.of(stale, stale, stale, stale, stale));
            assertThatThrownBy(this::poll)
                    .isInstanceOf(ServerFailureException.class)
                    .hasMessageContaining("2026-03-01T00:00:01Z")
                    .hasMessageContaining("cache");
        }
        crm.create(1, 0, 0);
        crm.pass(10_000);
        assertThat(poll()).containsExactly("CREATED 4");
    }

    @Test
    void aClockThatWasReallySetBackIsBelievedAfterTenSecondsAndNothingIsLost() {
        assertThat(poll()).isEmpty();
        crm.pass(600_000);
        assertThat(poll()).isEmpty();
        crm.shiftClock(-120_000);
        crm.edit(0, 1, 0, 0);
        assertThatThrownBy(this::poll).isInstanceOf(ServerFailureException.class);
        crm.pass(11_000);
        assertThat(poll()).containsExactly("UPDATED 1");
    }

    @Test
    void aClockThatWasReallySetForwardIsBelievedAfterTenSecondsAndHoldsNothingUp() {
        assertThat(poll()).isEmpty();
        crm.shiftClock(3_600_000);
        crm.pass(5_000);
        assertThat(poll()).as("read, but only up to where the clock surely is").isEmpty();
        crm.pass(6_000);
        poll();
        crm.edit(0, 1, 0, 0);
        crm.pass(6_000);
        poll();
        assertThat(poll()).containsExactly("UPDATED 1");
    }

    @Test
    void nothingRewindsBeforeTheFeedsBeginning() {
        assertThat(poll()).isEmpty();
        crm.pass(60_000);
        crm.shiftClock(-3 * 3_600_000);
        for (int poll = 0; poll < 3; poll++) {
            crm.pass(11_000);
            try {
                assertThat(poll()).isEmpty();
            } catch (ServerFailureException notYetBelieved) {
                assertThat(notYetBelieved).hasMessageContaining("three answers over 10 seconds");
            }
        }
        assertThat(poll()).as("the three that were there before").isEmpty();
    }

    @Test
    void theFirstPositionNeedsTwoSourcesThatAgree() {
        lies.add(TO_2038);
        assertThatThrownBy(this::poll).hasMessageContaining("2038").hasMessageContaining("challenge");
        assertThat(cursor.read()).as("nothing is stored").isEmpty();
        crm.create(1, 0, 0);
        assertThat(poll()).isEmpty();
        crm.pass(10_000);
        assertThat(poll()).containsExactly("CREATED 4");
    }

    @Test
    void afterARestartOneAnswerIsNotBelievedEither() {
        assertThat(poll()).isEmpty();
        crm.pass(60_000);
        feed = feed(StartFrom.Kind.NOW);
        lies.add(TO_1970);
        assertThatThrownBy(this::poll).isInstanceOf(ServerFailureException.class);
        crm.create(1, 0, 0);
        crm.pass(10_000);
        assertThat(poll()).containsExactly("CREATED 4");
    }

    @Test
    void aRestartWithinSecondsDeliversNothingFromBeforeTheStart() {
        crm.create(1, 0, 0);
        crm.pass(3_000);
        assertThat(poll()).isEmpty();
        crm.pass(2_000);
        feed = feed(StartFrom.Kind.NOW);
        crm.pass(10_000);
        assertThat(poll()).isEmpty();
    }

    @Test
    void aCleanRestartWithAShortVerifyDelayRepeatsNothing() {
        feed = feed(StartFrom.Kind.NOW, Duration.ofSeconds(2));
        assertThat(poll()).isEmpty();
        crm.pass(5_000);
        crm.create(3, 0, 0);
        crm.pass(3_500);
        assertThat(poll()).hasSize(3);
        feed = feed(StartFrom.Kind.NOW, Duration.ofSeconds(2));
        assertThat(poll()).isEmpty();
    }

    @Test
    void neitherDoesOneAfterAMonth() {
        assertThat(poll()).isEmpty();
        crm.pass(5_000);
        crm.create(3, 0, 0);
        crm.pass(130_000);
        assertThat(poll()).hasSize(3);
        assertThat(poll()).isEmpty();
        crm.pass(Duration.ofDays(30).toMillis());
        feed = feed(StartFrom.Kind.NOW);
        assertThat(poll()).isEmpty();
    }

    private ChangeFeed feed(StartFrom.Kind start) {
        return feed(start, Duration.ofSeconds(120));
    }

    private ChangeFeed feed(StartFrom.Kind start, Duration verifyDelay) {
        return new ChangeFeed(
                new FeedSources(crm, crm, null, List::of),
                cursor,
                new ServerClock(crm::nanoTime),
                crm::trueTime,
                new FeedProgress(crm::nanoTime),
                new FeedSettings(
                        new StartFrom(start, null),
                        verifyDelay,
                        EnumSet.of(ChangeKind.CREATED, ChangeKind.UPDATED),
                        KnownOptions.DEFAULT));
    }

    private List<String> poll() {
        List<String> delivered = new ArrayList<>();
        feed.begin();
        for (var page = feed.next(Integer.MAX_VALUE); page.isPresent(); page = feed.next(Integer.MAX_VALUE)) {
            page.get()
                    .forEach(change -> delivered.add(
                            change.kind() + " " + change.delivery().id().number()));
            feed.completed(page.get());
        }
        feed.end();
        return delivered;
    }
}
