package io.github.camelvtiger.changes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** A record for which the route fails waits with the cursor, and holds up nothing else. */
class ParkingTest {

    private static final Predicate<Change> NEVER = change -> false;
    private static final KnownOptions SWEEPS =
            new KnownOptions(FeedModel.PERIOD, 1, FeedModel.PERIOD, false, false, null);

    private final ModelCrm crm = new ModelCrm(() -> {});
    private final ModelCursor cursor = new ModelCursor(this::beforeWrite, state -> {});
    private boolean storeFails;
    private ChangeFeed feed = feed();

    @Test
    void theOthersFlowAndItComesAgainWithItsNewestState() {
        crm.create(3, 0, 0);
        crm.pass(5_000);
        assertThat(poll(of(2))).containsExactly("1 CREATED 1", "2 CREATED 1", "3 CREATED 1");
        crm.edit(1, 1, 0, 0);
        crm.edit(2, 1, 0, 0);
        crm.pass(5_000);
        assertThat(poll(NEVER)).as("its change waits as well").containsExactly("3 UPDATED 2");
        crm.pass(60_000);
        assertThat(poll(NEVER)).containsExactly("2 CREATED 2");
        crm.pass(600_000);
        assertThat(poll(NEVER)).isEmpty();
    }

    @Test
    void itWaitsLongerEachTimeAlsoOverARestart() {
        crm.create(1, 0, 0);
        crm.pass(5_000);
        assertThat(poll(of(1))).hasSize(1);
        crm.pass(60_000);
        assertThat(poll(of(1))).hasSize(1);
        feed = feed();
        crm.pass(60_000);
        assertThat(poll(of(1)))
                .as("after two failures it waits for two minutes")
                .isEmpty();
        crm.pass(60_000);
        assertThat(poll(NEVER)).containsExactly("1 CREATED 1");
    }

    @Test
    void aMillionthFailureHoldsUpNobodyElse() {
        crm.create(1, 0, 0);
        crm.pass(5_000);
        poll(of(1));
        for (int failure = 0; failure < 20; failure++) {
            crm.pass(3_600_000);
            crm.create(1, 0, 0);
            crm.pass(5_000);
            assertThat(poll(of(1))).hasSize(2).contains((failure + 2) + " CREATED 1");
        }
    }

    @Test
    void inTheBackfillItWaitsToo() {
        crm.create(9, 0, 0);
        crm.pass(3_600_000);
        feed = feed(StartFrom.Kind.BEGINNING);
        assertThat(poll(of(2, 7))).hasSize(9);
        crm.pass(60_000);
        assertThat(poll(NEVER)).containsExactlyInAnyOrder("2 CREATED 1", "7 CREATED 1");
    }

    /** The passes have it behind them by then, so only what is known of the record keeps a sweep from repeating it. */
    @Test
    void afterItsRetryACrashMakesNoSweepRepeatIt() {
        List<Change> retried = retryBehindThePasses();
        feed.completed(retried);

        feed = feed(StartFrom.Kind.BEGINNING, SWEEPS);
        crm.pass(FeedModel.PERIOD.toMillis());
        assertThat(poll(NEVER)).isEmpty();
    }

    @Test
    void afterItsRetryAFailureOfTheStoreDoesNotRepeatIt() {
        List<Change> retried = retryBehindThePasses();
        storeFails = true;
        assertThatThrownBy(() -> feed.completed(retried)).isInstanceOf(CursorException.class);

        storeFails = false;
        crm.pass(FeedModel.PERIOD.toMillis());
        assertThat(poll(NEVER)).isEmpty();
    }

    /** What a poll hands out whose other stages are still to come. */
    private List<Change> retryBehindThePasses() {
        crm.create(1, 0, 0);
        feed = feed(StartFrom.Kind.BEGINNING, SWEEPS);
        poll(NEVER);
        crm.pass(5_000);
        crm.edit(0, 1, 0, 0);
        crm.pass(5_000);
        assertThat(poll(of(1))).containsExactly("1 UPDATED 2");
        crm.pass(60_000);
        assertThat(poll(of(1))).containsExactly("1 UPDATED 2");
        crm.pass(115_000);
        assertThat(poll(NEVER)).as("is not due yet").isEmpty();
        crm.pass(10_000);
        feed.begin();
        return feed.next(Integer.MAX_VALUE).orElseThrow();
    }

    @Test
    void whatIsDroppedByHandComesWithItsNextChange() {
        crm.create(1, 0, 0);
        crm.pass(5_000);
        poll(of(1));
        CursorState state = cursor.read().orElseThrow();
        state.parked().stream().toList().forEach(parked -> state.apply(parked.delivery()));
        cursor.save(state);
        feed = feed();
        for (int second = 0; second < 200; second += 5) {
            crm.pass(5_000);
            assertThat(poll(NEVER)).isEmpty();
        }
        crm.edit(0, 1, 0, 0);
        crm.pass(5_000);
        assertThat(poll(NEVER)).hasSize(1);
    }

    private void beforeWrite() {
        if (storeFails) {
            throw new CursorException("The model's store fails.");
        }
    }

    private static Predicate<Change> of(long... numbers) {
        Set<Long> failing = new HashSet<>();
        for (long number : numbers) {
            failing.add(number);
        }
        return change -> failing.contains(change.delivery().id().number());
    }

    private List<String> poll(Predicate<Change> fails) {
        List<String> handedOut = new ArrayList<>();
        feed.begin();
        for (var page = feed.next(Integer.MAX_VALUE); page.isPresent(); page = feed.next(Integer.MAX_VALUE)) {
            for (Change change : page.get()) {
                handedOut.add(change.delivery().id().number() + " " + change.kind() + " "
                        + change.state().fields().get("second"));
                if (fails.test(change)) {
                    feed.park(List.of(change));
                } else {
                    feed.completed(List.of(change));
                }
            }
        }
        feed.end();
        return handedOut;
    }

    private ChangeFeed feed() {
        return feed(StartFrom.Kind.INSTANT);
    }

    private ChangeFeed feed(StartFrom.Kind start) {
        return feed(start, KnownOptions.DEFAULT);
    }

    private ChangeFeed feed(StartFrom.Kind start, KnownOptions known) {
        return new ChangeFeed(
                new FeedSources(crm, crm, null, List::of),
                cursor,
                new ServerClock(crm::nanoTime),
                crm::trueTime,
                new FeedProgress(crm::nanoTime),
                new FeedSettings(
                        new StartFrom(start, start == StartFrom.Kind.INSTANT ? ModelCrm.BEGIN : null),
                        Duration.ofSeconds(120),
                        EnumSet.of(ChangeKind.CREATED, ChangeKind.UPDATED),
                        known),
                4);
    }
}
