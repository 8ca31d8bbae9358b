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

    private ChangeFeed feed() {
        return new ChangeFeed(
                new FeedSources(crm, crm, null, List::of),
                cursor,
                new ServerClock(crm::nanoTime),
                crm::trueTime,
                new FeedSettings(
                        new StartFrom(StartFrom.Kind.NOW, null),
                        Duration.ofSeconds(120),
                        EnumSet.allOf(ChangeKind.class),
                        KnownOptions.DEFAULT));
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
