package io.github.camelvtiger.changes;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelvtiger.changes.HistoryStep.ChangeSilently;
import io.github.camelvtiger.changes.HistoryStep.Create;
import io.github.camelvtiger.changes.HistoryStep.Delete;
import io.github.camelvtiger.changes.HistoryStep.Down;
import io.github.camelvtiger.changes.HistoryStep.Edit;
import io.github.camelvtiger.changes.HistoryStep.OwnEdit;
import io.github.camelvtiger.changes.HistoryStep.Pass;
import io.github.camelvtiger.changes.HistoryStep.Poll;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.PriorityQueue;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.RandomDistribution;
import net.jqwik.api.Tag;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;

/** A feed with a long delay and hints: they bring a delivery forward, and never decide what is delivered. */
class HintedFeedModelTest {

    private static final long DELAY = Duration.ofMinutes(10).toMillis();
    private static final long MILLION = 1_000_000;
    private static final List<FeedAccident> ACCIDENTS =
            List.copyOf(EnumSet.complementOf(EnumSet.of(FeedAccident.NONE)));
    private static final int NO_ACCIDENTS = Integer.MAX_VALUE;

    /** What becomes of the hint about a change. */
    enum Fate {
        ARRIVES,
        LOST,
        DOUBLED,
        LATE
    }

    /** @param wrong how many hints come with it that nothing has happened for */
    record Hinted(HistoryStep step, Fate fate, long lateBy, int wrong) {}

    /** @param pollsToAccident in each one of so many polls something goes wrong */
    @Property(tries = 2_500, edgeCases = EdgeCasesMode.NONE)
    void whateverBecomesOfTheHintsTheLastStateAndEveryDeletionAreDelivered(
            @ForAll("histories") List<Hinted> history,
            @ForAll StartFrom.Kind start,
            @ForAll FeedWatch watch,
            @ForAll boolean parks,
            @ForAll boolean ordinary,
            @ForAll("pollsToAccident") int pollsToAccident,
            @ForAll("seeds") long seed) {
        check(history, start, watch, parks, ordinary, pollsToAccident, seed);
    }

    @Tag("long")
    @Property(tries = 10_000, edgeCases = EdgeCasesMode.NONE)
    void whateverBecomesOfManyHintsToo(
            @ForAll("histories") List<Hinted> history,
            @ForAll StartFrom.Kind start,
            @ForAll FeedWatch watch,
            @ForAll boolean parks,
            @ForAll boolean ordinary,
            @ForAll("pollsToAccident") int pollsToAccident,
            @ForAll("seeds") long seed) {
        check(history, start, watch, parks, ordinary, pollsToAccident, seed);
    }

    private static void check(
            List<Hinted> history,
            StartFrom.Kind start,
            FeedWatch watch,
            boolean parks,
            boolean ordinary,
            int pollsToAccident,
            long seed) {
        HintedModel hinted = new HintedModel(
                new FeedModel(
                        new StartFrom(
                                start,
                                start == StartFrom.Kind.INSTANT ? ModelCrm.BEGIN.minus(Duration.ofDays(1)) : null),
                        watch,
                        ModelClients.LONGEST_VERIFY_DELAY,
                        parks,
                        ordinary),
                pollsToAccident,
                new Random(seed));
        history.forEach(hinted::run);
        FeedModel model = hinted.model;
        model.comeToRest();

        assertThat(model.target()).containsAllEntriesOf(model.expected());
        assertThat(model.deliveredSilently()).containsAllEntriesOf(model.expectedSilently());
        assertThat(model.toldDeleted()).containsAll(model.expectedDeletions());
        assertThat(model.expected().keySet()).noneMatch(model.toldDeleted()::contains);
    }

    /** A sweep hands it out, and the route fails for it, although it bears a time before the feed's beginning. */
    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void aSaveThatWasUnderWayWhenAFeedFromNowBeganIsDeliveredByItsSweep(
            @ForAll("seeds") long seed, @ForAll boolean parks) {
        FeedModel model = new FeedModel(
                new StartFrom(StartFrom.Kind.NOW, null),
                FeedWatch.SILENT_CHANGES,
                ModelClients.LONGEST_VERIFY_DELAY,
                parks,
                false);
        model.undisturbed();
        model.run(new Create(2, 0, 0));
        model.run(new Pass(5_000));
        model.run(new Edit(0, 2, 3_000, 20_000));
        model.run(new Pass(1_500));
        model.run(new Poll(seed, Integer.MAX_VALUE, FeedAccident.NONE));
        model.run(new Pass(FeedModel.PERIOD.toMillis()));
        model.run(new Poll(seed, Integer.MAX_VALUE, FeedAccident.EXCHANGES_FAIL));
        model.comeToRest();

        assertThat(model.expectedSilently()).hasSize(2);
        assertThat(model.deliveredSilently()).containsExactlyInAnyOrderEntriesOf(model.expectedSilently());
    }

    @Property(tries = 1_000, edgeCases = EdgeCasesMode.NONE)
    void aChangeWhoseHintArrivesIsDeliveredWithinFiveSeconds(
            @ForAll @IntRange(min = 0, max = 60_000) int before,
            @ForAll @IntRange(min = 1, max = 4) int records,
            @ForAll @IntRange(min = 0, max = 999) int hintAfter,
            @ForAll boolean edited) {
        HintedModel hinted = new HintedModel(
                new FeedModel(
                        new StartFrom(StartFrom.Kind.NOW, null),
                        FeedWatch.values()[0],
                        ModelClients.LONGEST_VERIFY_DELAY,
                        false,
                        false),
                NO_ACCIDENTS,
                new Random(0));
        hinted.model.undisturbed();
        hinted.poll();
        hinted.pass(30_000 + before);
        hinted.model.run(new Create(records, 0, 0));
        hinted.pass(hintAfter);
        hinted.hint();
        if (edited) {
            hinted.pass(500);
            hinted.model.run(new Edit(0, 1, 0, 0));
            hinted.hint();
        }
        hinted.pass(5_000);

        assertThat(hinted.model.expected()).hasSize(records);
        assertThat(hinted.model.target()).containsAllEntriesOf(hinted.model.expected());
        assertThat(hinted.looks).as("looks, besides the regular ones").isLessThanOrEqualTo(7);
    }

    @Property(tries = 500)
    void aFloodOfHintsIsOneLookASecond(@ForAll @IntRange(min = 1, max = 40) int perSecond) {
        HintedModel hinted = new HintedModel(
                new FeedModel(
                        new StartFrom(StartFrom.Kind.NOW, null),
                        FeedWatch.values()[0],
                        ModelClients.LONGEST_VERIFY_DELAY,
                        false,
                        false),
                NO_ACCIDENTS,
                new Random(0));
        hinted.model.undisturbed();
        hinted.poll();
        for (int hint = 0; hint < 10 * perSecond; hint++) {
            hinted.hint();
            hinted.pass(1_000 / perSecond);
        }

        assertThat(hinted.looks).isPositive().isLessThanOrEqualTo(1 + (int) (hinted.model.now() / 1_000));
    }

    /** Time goes by in it up to whatever is due next: a look, a late hint, the regular poll. */
    private static final class HintedModel {

        private final FeedModel model;
        private final int pollsToAccident;
        private final Random random;
        private final HintedLooks schedule;
        private final PriorityQueue<Long> late = new PriorityQueue<>();
        private long regular = DELAY;
        private int looks;
        private int polls;

        HintedModel(FeedModel model, int pollsToAccident, Random random) {
            this.model = model;
            this.pollsToAccident = pollsToAccident;
            this.random = random;
            this.schedule = new HintedLooks(ModelClients.LONGEST_VERIFY_DELAY, 0);
        }

        void run(Hinted hinted) {
            if (hinted.step() instanceof Pass pass) {
                pass(pass.millis());
                return;
            }
            model.run(hinted.step());
            switch (hinted.fate()) {
                case ARRIVES -> hint();
                case DOUBLED -> {
                    hint();
                    hint();
                }
                case LATE -> late.add(model.now() + hinted.lateBy());
                case LOST -> {}
            }
            for (int wrong = 0; wrong < hinted.wrong(); wrong++) {
                hint();
            }
            pass(0);
        }

        void hint() {
            schedule.hint(model.now() * MILLION);
        }

        void pass(long millis) {
            long end = model.now() + millis;
            while (true) {
                OptionalLong look = schedule.next(model.now() * MILLION);
                long due = look.isPresent() ? (look.getAsLong() + MILLION - 1) / MILLION : Long.MAX_VALUE;
                long next = Math.min(regular, Math.min(due, late.isEmpty() ? Long.MAX_VALUE : late.peek()));
                if (next > end) {
                    model.run(new Pass(Math.max(0, end - model.now())));
                    return;
                }
                model.run(new Pass(Math.max(0, next - model.now())));
                if (!late.isEmpty() && late.peek() <= next) {
                    late.remove();
                    hint();
                } else if (due <= next) {
                    looks++;
                    schedule.look(model.now() * MILLION);
                    poll();
                } else {
                    poll();
                    regular = model.now() + DELAY;
                }
            }
        }

        void poll() {
            polls++;
            FeedAccident accident =
                    polls % pollsToAccident == 0 ? ACCIDENTS.get(random.nextInt(ACCIDENTS.size())) : FeedAccident.NONE;
            model.run(new Poll(random.nextLong(), Integer.MAX_VALUE, accident));
        }
    }

    @Provide
    Arbitrary<Integer> pollsToAccident() {
        return Arbitraries.of(1, 4);
    }

    @Provide
    Arbitrary<Long> seeds() {
        return Arbitraries.longs().withDistribution(RandomDistribution.uniform());
    }

    @Provide
    Arbitrary<List<Hinted>> histories() {
        Arbitrary<Long> gaps = Arbitraries.longs().between(0, 20_000);
        Arbitrary<HistoryStep> steps = Arbitraries.frequencyOf(
                Tuple.of(
                        5,
                        Combinators.combine(
                                        Arbitraries.integers().between(0, 30),
                                        Arbitraries.integers().between(1, 6),
                                        gaps,
                                        gaps)
                                .as(Edit::new)),
                Tuple.of(
                        3,
                        Combinators.combine(Arbitraries.integers().between(1, 6), gaps, gaps)
                                .as(Create::new)),
                Tuple.of(
                        1,
                        Combinators.combine(
                                        Arbitraries.integers().between(0, 30),
                                        Arbitraries.integers().between(1, 3))
                                .as(Delete::new)),
                Tuple.of(
                        1,
                        Combinators.combine(
                                        Arbitraries.integers().between(0, 30),
                                        Arbitraries.integers().between(1, 3))
                                .as(ChangeSilently::new)),
                Tuple.of(
                        1,
                        Combinators.combine(Arbitraries.integers().between(0, 30), gaps, gaps)
                                .as(OwnEdit::new)),
                Tuple.of(1, Arbitraries.longs().between(1, 300_000).map(Down::new)),
                Tuple.of(6, Arbitraries.longs().between(1, 200_000).map(Pass::new)));
        return Combinators.combine(
                        steps,
                        Arbitraries.of(Fate.values()),
                        Arbitraries.longs().between(0, 700_000),
                        Arbitraries.frequency(Tuple.of(5, 0), Tuple.of(1, 1), Tuple.of(1, 7)))
                .as(Hinted::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(15);
    }
}
