package io.github.camelvtiger.changes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;

/** In its first two minutes a feed that begins now has no pass yet that trails the CRM's clock. */
class StartedNowTest {

    private static final long HOUR = 3_600_000;

    private final ModelCrm crm = new ModelCrm(() -> {});
    private final ModelCursor cursor = new ModelCursor(() -> {}, state -> {});

    @Test
    void aClockThatIsSetBackALittleBetweenTwoProcessesLosesNothing() {
        assertThat(poll(feed())).isEmpty();
        crm.pass(10_000);
        crm.shiftClock(-4_000);
        crm.create(1, 0, 0);

        ChangeFeed restarted = feed();
        crm.pass(30_000);
        assertThat(poll(restarted)).containsExactly("CREATED 1");
    }

    @Test
    void aRecordWhoseSaveWasUnderWayAtTheStartHidesNoDeletion() {
        crm.create(1, 0, 0);
        crm.create(1, 5_000, 0);
        crm.create(1, 0, 0);
        crm.pass(2_000);
        ChangeFeed feed = feed();
        assertThat(poll(feed)).as("lists the two records that are to be seen").isEmpty();
        crm.pass(10_000);
        crm.delete(1);

        List<String> told = new ArrayList<>();
        for (int poll = 0; poll < 3; poll++) {
            crm.pass(HOUR);
            told.addAll(poll(feed));
        }
        assertThat(told).containsExactly("DELETED 1");
    }

    /** Its time lies before the feed's beginning, so no pass looks at it; whatever the cursor does, the sweep has to. */
    @Test
    void aSaveThatWasUnderWayAtTheStartIsFoundByTheSweepUntilTheRouteIsDoneWithIt() {
        crm.create(1, 0, 0);
        crm.pass(5_000);
        crm.edit(0, 1, 5_000, 0);
        crm.pass(2_000);
        ChangeFeed feed = feed(new KnownOptions(FeedModel.PERIOD, 1, FeedModel.PERIOD, false, false, null));
        assertThat(poll(feed)).as("learns the old fields").isEmpty();

        crm.pass(FeedModel.PERIOD.toMillis());
        feed.begin();
        assertThat(feed.next(Integer.MAX_VALUE).orElseThrow())
                .extracting(change -> change.state().fields().get("first"))
                .containsExactly("2");
        assertThat(feed.next(Integer.MAX_VALUE))
                .as("the poll ends, since it failed")
                .isEmpty();
        feed.end();

        crm.pass(1_000);
        assertThat(poll(feed)).containsExactly("UPDATED 1");
        crm.pass(FeedModel.PERIOD.toMillis());
        assertThat(poll(feed)).isEmpty();
    }

    private ChangeFeed feed() {
        return feed(KnownOptions.DEFAULT);
    }

    private ChangeFeed feed(KnownOptions options) {
        return new ChangeFeed(
                new FeedSources(crm, crm, null, List::of),
                cursor,
                new ServerClock(crm::nanoTime),
                crm::trueTime,
                new FeedProgress(crm::nanoTime),
                new FeedSettings(
                        new StartFrom(StartFrom.Kind.NOW, null),
                        Duration.ofSeconds(120),
                        EnumSet.allOf(ChangeKind.class),
                        options));
    }

    private static List<String> poll(ChangeFeed feed) {
        List<String> told = new ArrayList<>();
        feed.begin();
        for (var page = feed.next(Integer.MAX_VALUE); page.isPresent(); page = feed.next(Integer.MAX_VALUE)) {
            page.get()
                    .forEach(change -> told.add(
                            change.kind() + " " + change.delivery().id().number()));
            feed.completed(page.get());
        }
        feed.end();
        return told;
    }
}
