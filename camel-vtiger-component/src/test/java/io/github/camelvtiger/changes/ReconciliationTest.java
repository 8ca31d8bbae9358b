package io.github.camelvtiger.changes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelvtiger.client.ServerFailureException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a check for deleted records finds and costs in a module of 50,000. */
class ReconciliationTest {

    private static final int RECORDS = 50_000;
    private static final int MINUTE = 60;
    private static final int HOUR = 3_600;

    private final CensusCrm crm = new CensusCrm(RECORDS);
    private final ModelCursor cursor = new ModelCursor(() -> {}, state -> {});
    private final Random random = new Random(11);
    private ChangeFeed feed = feed();

    @BeforeEach
    void learn() {
        int polls = 0;
        do {
            assertThat(poll()).as("the first reading only learns").isEmpty();
            crm.pass(MINUTE);
            polls++;
        } while (cursor.known().numbers().size() < RECORDS);
        assertThat(polls).as("the reading is spread over many polls").isGreaterThan(5);
        listOnceMore();
        crm.pass(HOUR);
    }

    /** The ids were listed while saves of before the start may have been under way. */
    private void listOnceMore() {
        crm.takeRequests();
        crm.pass(HOUR);
        int asked;
        do {
            assertThat(poll()).isEmpty();
            asked = crm.takeRequests();
            crm.pass(MINUTE);
        } while (asked > 0);
    }

    @Test
    void aModuleWithoutDeletionsCostsOneRequest() {
        assertThat(poll()).isEmpty();
        assertThat(crm.takeRequests()).isEqualTo(1);
        crm.pass(MINUTE);
        poll();
        assertThat(crm.takeRequests()).as("before the next period").isZero();
    }

    @Test
    void oneDeletionCostsAboutElevenRequests() {
        Set<Long> deleted = delete(1);
        assertThat(poll()).containsExactlyElementsOf(deleted);
        assertThat(crm.takeRequests()).isBetween(10, 12);
        assertThat(cursor.known().numbers()).doesNotContainAnyElementsOf(deleted);
    }

    @Test
    void tenDeletionsCostAboutSixtyRequests() {
        Set<Long> deleted = delete(10);
        assertThat(poll()).containsExactlyElementsOf(deleted);
        assertThat(crm.takeRequests()).isBetween(50, 75);
    }

    @Test
    void manyDeletionsAreFoundByAListOfAllIds() {
        Set<Long> deleted = delete(600);
        Set<Long> told = new TreeSet<>();
        while (told.size() < deleted.size()) {
            told.addAll(poll());
            crm.pass(MINUTE);
        }
        assertThat(told).isEqualTo(deleted);
        assertThat(crm.takeRequests()).isBetween(500, 1_100);
    }

    @Test
    void aRecordCreatedMeanwhileDisturbsNothing() {
        Set<Long> deleted = delete(3);
        crm.beforeAnswer(() -> crm.numbers().add(3L * RECORDS + 1 + random.nextInt(1_000)));
        assertThat(poll()).containsExactlyElementsOf(deleted);
    }

    @Test
    void aRecordDeletedWhileTheCountsRunIsToldNowOrByTheNextCheck() {
        Set<Long> deleted = delete(3);
        crm.beforeAnswer(() -> {
            if (deleted.size() < 12) {
                deleted.addAll(delete(1));
            }
        });
        Set<Long> told = new TreeSet<>(poll());
        crm.pass(HOUR);
        told.addAll(poll());
        assertThat(told).isEqualTo(deleted);
    }

    @Test
    void recordsThatNobodyDeliveredAreLearnedByTheNextCheck() {
        crm.numbers().addAll(List.of(1L, 2L, 100L));
        assertThat(poll()).isEmpty();
        crm.takeRequests();
        crm.pass(HOUR);
        poll();
        assertThat(crm.takeRequests()).isEqualTo(1);
        crm.numbers().remove(100L);
        crm.pass(HOUR);
        assertThat(poll()).containsExactly(100L);
    }

    @Test
    void aRestoredBackupIsRefusedWithNumbersAndCure() {
        crm.numbers().removeIf(number -> number > 3L * 39_000);
        assertThatThrownBy(this::poll)
                .isInstanceOf(FeedRefusedException.class)
                .hasMessageContaining("50000")
                .hasMessageContaining("11000")
                .hasMessageContaining("maxDeletedShare")
                .hasMessageContaining("0.2");
        assertThat(cursor.known().numbers()).hasSize(RECORDS);
    }

    @Test
    void anErrorThatTheServerHidesTellsNothingDeleted() {
        delete(10);
        crm.listNothing(true);
        assertThatThrownBy(this::poll).isInstanceOf(ServerFailureException.class);
        assertThat(cursor.known().numbers()).hasSize(RECORDS);
        crm.listNothing(false);
        assertThat(poll()).as("the next poll checks again").hasSize(10);
    }

    @Test
    void aDeletionThatTheRouteFailsForIsToldAgain() {
        Set<Long> deleted = delete(3);
        feed.begin();
        List<Change> changes = feed.next(Integer.MAX_VALUE).orElseThrow();
        feed.completed(changes.subList(1, 3));
        assertThat(feed.next(Integer.MAX_VALUE)).isEmpty();
        feed.end();
        assertThat(poll()).containsExactly(new TreeSet<>(deleted).first());
    }

    @Test
    void whatWasToldIsNotToldAgainAfterARestart() {
        delete(3);
        assertThat(poll()).hasSize(3);
        feed = feed();
        crm.pass(HOUR);
        assertThat(poll()).isEmpty();
    }

    private Set<Long> delete(int count) {
        Set<Long> deleted = new TreeSet<>();
        while (deleted.size() < count) {
            long number = 3L * (1 + random.nextInt(RECORDS));
            if (crm.numbers().remove(number)) {
                deleted.add(number);
            }
        }
        return deleted;
    }

    private List<Long> poll() {
        List<Long> told = new ArrayList<>();
        feed.begin();
        for (var batch = feed.next(Integer.MAX_VALUE); batch.isPresent(); batch = feed.next(Integer.MAX_VALUE)) {
            assertThat(batch.get()).allMatch(change -> change.kind() == ChangeKind.DELETED);
            batch.get().forEach(change -> told.add(change.delivery().id().number()));
            feed.completed(batch.get());
        }
        feed.end();
        return told;
    }

    private ChangeFeed feed() {
        return new ChangeFeed(
                new FeedSources(crm, crm, null, List::of),
                cursor,
                new ServerClock(crm::nanoTime),
                crm::now,
                new FeedProgress(crm::nanoTime),
                new FeedSettings(
                        new StartFrom(StartFrom.Kind.NOW, null),
                        Duration.ofSeconds(120),
                        EnumSet.allOf(ChangeKind.class),
                        KnownOptions.DEFAULT));
    }
}
