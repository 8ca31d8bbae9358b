package io.github.camelvtiger.changes;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelvtiger.changes.HistoryStep.ChangeOwner;
import io.github.camelvtiger.changes.HistoryStep.ChangeSilently;
import io.github.camelvtiger.changes.HistoryStep.ClockStep;
import io.github.camelvtiger.changes.HistoryStep.Create;
import io.github.camelvtiger.changes.HistoryStep.Delete;
import io.github.camelvtiger.changes.HistoryStep.Down;
import io.github.camelvtiger.changes.HistoryStep.Edit;
import io.github.camelvtiger.changes.HistoryStep.LoseKnown;
import io.github.camelvtiger.changes.HistoryStep.OwnCreate;
import io.github.camelvtiger.changes.HistoryStep.OwnDelete;
import io.github.camelvtiger.changes.HistoryStep.OwnEdit;
import io.github.camelvtiger.changes.HistoryStep.Pass;
import io.github.camelvtiger.changes.HistoryStep.Poll;
import java.time.Duration;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.RandomDistribution;
import net.jqwik.api.Tag;
import net.jqwik.api.Tuple;

/**
 * What a feed promises holds over random histories of a CRM and of the feed's own accidents: many saves in one second,
 * slow saves, locks, clocks that are set, edits between two pages, exchanges that fail or complete in any order, a
 * store that fails, and crashes between any two steps.
 */
class ChangeFeedModelTest {

    @Property(tries = 2_500, edgeCases = EdgeCasesMode.NONE)
    void afterAnyHistoryTheLastStateOfEveryRecordAndEveryDeletionWasDelivered(
            @ForAll("histories") List<HistoryStep> history,
            @ForAll StartFrom.Kind start,
            @ForAll FeedWatch watch,
            @ForAll("verifyDelays") Duration verifyDelay,
            @ForAll boolean parks,
            @ForAll boolean ordinary) {
        check(history, start, watch, verifyDelay, parks, ordinary);
    }

    @Tag("long")
    @Property(tries = 10_000, edgeCases = EdgeCasesMode.NONE)
    void afterAnyOfManyHistoriesToo(
            @ForAll("histories") List<HistoryStep> history,
            @ForAll StartFrom.Kind start,
            @ForAll FeedWatch watch,
            @ForAll("verifyDelays") Duration verifyDelay,
            @ForAll boolean parks,
            @ForAll boolean ordinary) {
        check(history, start, watch, verifyDelay, parks, ordinary);
    }

    /** The target may have what the route had done with the half before it failed. */
    @Example
    void anOwnSaveThatWasHandedOutHalfDoneAndNotFinishedIsDeliveredWhole() {
        check(
                List.of(
                        new Poll(0, Integer.MAX_VALUE, FeedAccident.STORE_FAILS),
                        new Edit(0, 1, 0, 0),
                        new Edit(0, 1, 0, 0),
                        new Edit(0, 1, 0, 0),
                        new Create(1, 0, 0),
                        new Create(11, 0, 0),
                        new OwnCreate(0, 2957),
                        new Edit(0, 1, 97, 8),
                        new Create(1, 81, 10),
                        new Poll(9068480214967697620L, 7, FeedAccident.EXCHANGES_FAIL),
                        new Create(7, 650, 4291),
                        new Create(12, 12, 740),
                        new Create(1, 21246, 963),
                        new Edit(2, 1, 4, 59),
                        new LoseKnown(false),
                        new Poll(-1097327263586931195L, Integer.MAX_VALUE, FeedAccident.STORE_FAILS),
                        new Poll(129007305122533207L, Integer.MAX_VALUE, FeedAccident.SERVER_FAILS),
                        new Poll(-2992650748780970940L, Integer.MAX_VALUE, FeedAccident.PROCESS_DIES)),
                StartFrom.Kind.BEGINNING,
                FeedWatch.OTHERS_CHANGES,
                Duration.ofSeconds(40),
                true,
                false);
    }

    private static void check(
            List<HistoryStep> history,
            StartFrom.Kind start,
            FeedWatch watch,
            Duration verifyDelay,
            boolean parks,
            boolean ordinary) {
        FeedModel model = new FeedModel(
                new StartFrom(start, start == StartFrom.Kind.INSTANT ? ModelCrm.BEGIN.minus(Duration.ofDays(1)) : null),
                watch,
                verifyDelay,
                parks,
                ordinary);
        history.forEach(model::run);
        model.comeToRest();
        assertThat(model.target()).containsAllEntriesOf(model.expected());
        assertThat(model.deliveredSilently()).containsAllEntriesOf(model.expectedSilently());
        assertThat(model.toldDeleted()).containsAll(model.expectedDeletions());
        assertThat(model.expected().keySet()).noneMatch(model.toldDeleted()::contains);
    }

    @Provide
    Arbitrary<Duration> verifyDelays() {
        return Arbitraries.frequencyOf(
                        Tuple.of(1, Arbitraries.just((int) ModelClients.LONGEST_VERIFY_DELAY.toSeconds())),
                        Tuple.of(1, Arbitraries.integers().between(2, 8)),
                        Tuple.of(1, Arbitraries.integers().between(2, (int)
                                ModelClients.LONGEST_VERIFY_DELAY.toSeconds())))
                .map(Duration::ofSeconds);
    }

    @Provide
    Arbitrary<List<HistoryStep>> histories() {
        return Arbitraries.frequencyOf(
                        Tuple.of(6, edits()),
                        Tuple.of(4, creates()),
                        Tuple.of(1, deletes()),
                        Tuple.of(1, silentChanges()),
                        Tuple.of(1, changesOfOwner()),
                        Tuple.of(4, passing()),
                        Tuple.of(6, polls()),
                        Tuple.of(1, downtimes()),
                        Tuple.of(1, clockSteps()),
                        Tuple.of(1, losses()),
                        Tuple.of(2, ownWrites()))
                .list()
                .ofMinSize(1)
                .ofMaxSize(60);
    }

    private static Arbitrary<Long> gaps() {
        return Arbitraries.frequencyOf(
                Tuple.of(3, Arbitraries.longs().between(0, 1_000)),
                Tuple.of(1, Arbitraries.longs().between(0, 23_000)));
    }

    private static Arbitrary<HistoryStep> edits() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 30),
                        Arbitraries.frequencyOf(
                                Tuple.of(6, Arbitraries.just(1)),
                                Tuple.of(2, Arbitraries.integers().between(2, 12)),
                                // Five pages in one second, as the 500 of a bulk edit are on a real server.
                                Tuple.of(1, Arbitraries.just(20))),
                        gaps(),
                        gaps())
                .as(Edit::new);
    }

    private static Arbitrary<HistoryStep> creates() {
        return Combinators.combine(
                        Arbitraries.frequencyOf(
                                Tuple.of(3, Arbitraries.just(1)),
                                Tuple.of(1, Arbitraries.integers().between(2, 12))),
                        gaps(),
                        gaps())
                .as(Create::new);
    }

    private static Arbitrary<HistoryStep> deletes() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 30),
                        Arbitraries.frequencyOf(
                                Tuple.of(3, Arbitraries.just(1)),
                                Tuple.of(1, Arbitraries.integers().between(2, 12))))
                .as(Delete::new);
    }

    private static Arbitrary<HistoryStep> silentChanges() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 30),
                        Arbitraries.integers().between(1, 4))
                .as(ChangeSilently::new);
    }

    private static Arbitrary<HistoryStep> changesOfOwner() {
        return Arbitraries.integers().between(0, 30).map(ChangeOwner::new);
    }

    private static Arbitrary<HistoryStep> ownWrites() {
        return Arbitraries.frequencyOf(
                Tuple.of(
                        4,
                        Combinators.combine(Arbitraries.integers().between(0, 30), gaps(), gaps())
                                .as(OwnEdit::new)),
                Tuple.of(2, Combinators.combine(gaps(), gaps()).as(OwnCreate::new)),
                Tuple.of(1, Arbitraries.integers().between(0, 30).map(OwnDelete::new)));
    }

    private static Arbitrary<HistoryStep> losses() {
        return Arbitraries.of(true, false).map(LoseKnown::new);
    }

    private static Arbitrary<HistoryStep> passing() {
        return Arbitraries.frequencyOf(
                        Tuple.of(3, Arbitraries.longs().between(1, 3_000)),
                        Tuple.of(2, Arbitraries.longs().between(1, 30_000)),
                        Tuple.of(1, Arbitraries.longs().between(1, 300_000)))
                .map(Pass::new);
    }

    private static Arbitrary<HistoryStep> downtimes() {
        return Arbitraries.frequencyOf(
                        Tuple.of(3, Arbitraries.longs().between(1, 10_000)),
                        Tuple.of(2, Arbitraries.longs().between(1, 300_000)),
                        Tuple.of(
                                1,
                                Arbitraries.longs()
                                        .between(1, Duration.ofDays(30).toMillis())))
                .map(Down::new);
    }

    private static Arbitrary<HistoryStep> polls() {
        return Combinators.combine(
                        Arbitraries.longs().withDistribution(RandomDistribution.uniform()),
                        Arbitraries.frequencyOf(
                                Tuple.of(3, Arbitraries.just(Integer.MAX_VALUE)),
                                Tuple.of(1, Arbitraries.integers().between(1, 7))),
                        Arbitraries.of(FeedAccident.values()))
                .as(Poll::new);
    }

    private static Arbitrary<HistoryStep> clockSteps() {
        return Arbitraries.longs().between(-200_000, 10_000).map(ClockStep::new);
    }
}
