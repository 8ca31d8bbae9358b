package io.github.camelvtiger.changes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The first reading of all records, which are older than anything the passes will meet. */
class BackfillTest {

    private final ModelCrm crm = new ModelCrm(() -> {});
    private final ModelCursor cursor = new ModelCursor(() -> {}, state -> {});

    @Test
    void whatIsDeliveredBeyondARecordThatFailedDoesNotComeAgain() {
        crm.create(6, 0, 0);
        crm.pass(3_600_000);
        ChangeFeed feed = feed();
        feed.begin();
        List<Change> page = feed.next(Integer.MAX_VALUE).orElseThrow();
        assertThat(numbers(page)).containsExactly(1L, 2L, 3L, 4L);
        feed.completed(page.subList(1, 4));
        assertThat(feed.next(Integer.MAX_VALUE))
                .as("the poll ends at the failure")
                .isEmpty();
        feed.end();

        assertThat(rest(feed)).containsExactly(1L, 5L, 6L);
        assertThat(rest(feed())).as("after a restart").isEmpty();
    }

    private ChangeFeed feed() {
        return new ChangeFeed(
                new FeedSources(crm, crm, null, List::of),
                cursor,
                new ServerClock(crm::nanoTime),
                crm::trueTime,
                new FeedProgress(crm::nanoTime),
                settings(),
                4);
    }

    private static FeedSettings settings() {
        return new FeedSettings(
                new StartFrom(StartFrom.Kind.BEGINNING, null),
                Duration.ofSeconds(120),
                EnumSet.of(ChangeKind.CREATED, ChangeKind.UPDATED),
                KnownOptions.DEFAULT);
    }

    private static List<Long> rest(ChangeFeed feed) {
        List<Long> numbers = new ArrayList<>();
        feed.begin();
        for (var page = feed.next(Integer.MAX_VALUE); page.isPresent(); page = feed.next(Integer.MAX_VALUE)) {
            feed.completed(page.get());
            numbers.addAll(numbers(page.get()));
        }
        feed.end();
        return numbers;
    }

    private static List<Long> numbers(List<Change> changes) {
        return changes.stream().map(change -> change.delivery().id().number()).toList();
    }
}
