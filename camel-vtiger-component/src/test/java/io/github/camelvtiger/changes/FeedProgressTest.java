package io.github.camelvtiger.changes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelvtiger.client.FailureContext;
import io.github.camelvtiger.client.TransportException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How far a feed is behind: by the oldest change that it has reason to think is not delivered. */
class FeedProgressTest {

    private static final int ALL = Integer.MAX_VALUE;
    private static final long HOUR = 3_600_000;

    private boolean down;
    private final ModelCrm crm = new ModelCrm(this::beforeAnswer);
    private final ModelCursor cursor = new ModelCursor(() -> {}, state -> {});
    private final FeedProgress progress = new FeedProgress(crm::nanoTime);
    private ChangeFeed feed = feed(new StartFrom(StartFrom.Kind.NOW, null));

    @Test
    void itIsNotBehindAfterAPollThatDeliveredAllHoweverLongTheNextOneIsAway() {
        poll();
        crm.create(1, 0, 0);
        crm.pass(5_000);
        poll();
        crm.pass(HOUR);
        assertThat(progress.lag()).isZero();
    }

    @Test
    void itIsBehindByTheOldestChangeThatTheRouteIsWorkingOn() {
        crm.pass(1_000);
        poll();
        crm.pass(1_000);
        crm.create(1, 0, 0);
        crm.pass(30_000);
        crm.create(1, 0, 0);
        crm.pass(10_000);
        feed.begin();
        List<Change> page = feed.next(ALL).orElseThrow();
        assertThat(progress.lag()).isEqualTo(Duration.ofSeconds(40));
        crm.pass(HOUR);
        assertThat(progress.lag()).as("the route is stuck").isEqualTo(Duration.ofSeconds(3_640));

        feed.completed(page.subList(1, 2));
        assertThat(progress.lag()).isEqualTo(Duration.ofSeconds(3_640));
        feed.completed(page.subList(0, 1));
        assertThat(progress.lag()).isZero();
    }

    @Test
    void whileTheCrmIsDownItIsBehindSinceTheLastPollThatDeliveredAll() {
        crm.pass(10_000);
        poll();
        down = true;
        crm.pass(60_000);
        pollInVain();
        assertThat(progress.lag()).isBetween(Duration.ofSeconds(60), Duration.ofSeconds(64));
        crm.pass(HOUR);
        pollInVain();
        assertThat(progress.lag()).isBetween(Duration.ofSeconds(3_660), Duration.ofSeconds(3_664));

        down = false;
        poll();
        assertThat(progress.lag()).isZero();
    }

    @Test
    void aChangeThatFailedKeepsItBehindAndOneThatIsParkedIsCounted() {
        crm.pass(10_000);
        poll();
        crm.create(1, 0, 0);
        crm.pass(5_000);
        feed.begin();
        feed.next(ALL).orElseThrow();
        feed.end();
        crm.pass(60_000);
        assertThat(progress.lag()).isGreaterThanOrEqualTo(Duration.ofSeconds(65));

        feed.begin();
        feed.park(feed.next(ALL).orElseThrow());
        assertThat(feed.next(ALL)).isEmpty();
        feed.end();
        assertThat(progress.lag()).isZero();
        assertThat(progress.parked()).isEqualTo(1);

        crm.pass(HOUR);
        poll();
        assertThat(progress.parked()).isZero();
    }

    @Test
    void aPollThatMayNotDeliverAllLeavesItBehind() {
        crm.pass(10_000);
        poll();
        crm.create(2, 0, 0);
        crm.pass(5_000);
        feed.begin();
        feed.completed(feed.next(1).orElseThrow());
        feed.end();
        crm.pass(60_000);
        assertThat(progress.lag()).isGreaterThanOrEqualTo(Duration.ofSeconds(65));
    }

    @Test
    void afterARestartTheTimeWithoutAFeedCounts() {
        crm.pass(10_000);
        poll();
        crm.pass(HOUR);
        progress.restart();
        feed = feed(new StartFrom(StartFrom.Kind.NOW, null));
        feed.begin();
        down = true;
        assertThatThrownBy(() -> feed.next(ALL)).isInstanceOf(TransportException.class);
        progress.failed();
        assertThat(progress.lag()).isBetween(Duration.ofSeconds(3_600), Duration.ofSeconds(3_604));
    }

    @Test
    void theAgeOfRecordsThatABackfillDeliversIsNotALag() {
        crm.create(1, 0, 0);
        crm.pass(1_000 * HOUR);
        feed = feed(new StartFrom(StartFrom.Kind.BEGINNING, null));
        feed.begin();
        feed.next(ALL).orElseThrow();
        assertThat(progress.lag()).isZero();
        crm.pass(7_000);
        assertThat(progress.lag()).isEqualTo(Duration.ofSeconds(7));
    }

    private void beforeAnswer() {
        if (down) {
            throw new TransportException("The model's server is down.", FailureContext.NONE);
        }
    }

    private void poll() {
        feed.begin();
        for (var page = feed.next(ALL); page.isPresent(); page = feed.next(ALL)) {
            feed.completed(page.get());
        }
        feed.end();
    }

    /** As the consumer does it. */
    private void pollInVain() {
        feed.begin();
        assertThatThrownBy(() -> feed.next(ALL)).isInstanceOf(TransportException.class);
        feed.end();
        progress.failed();
    }

    private ChangeFeed feed(StartFrom start) {
        return new ChangeFeed(
                new FeedSources(crm, crm, null, List::of),
                cursor,
                new ServerClock(crm::nanoTime),
                crm::trueTime,
                progress,
                new FeedSettings(
                        start,
                        Duration.ofSeconds(120),
                        EnumSet.of(ChangeKind.CREATED, ChangeKind.UPDATED),
                        KnownOptions.DEFAULT));
    }
}
