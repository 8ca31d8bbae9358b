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
import io.github.camelvtiger.client.FailureContext;
import io.github.camelvtiger.client.ServerFailureException;
import io.github.camelvtiger.client.TransportException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;

/** A feed over a {@link ModelCrm}, with a route that completes in any order, and the promises checked at each step. */
final class FeedModel {

    private static final class Death extends Error {
        private static final long serialVersionUID = 1;
    }

    /** Saves take so long at most that the default of the option verifyDelay outlasts them; with a shorter one, less. */
    static final Duration LONGEST_VERIFY_DELAY = Duration.ofSeconds(120);

    static final Duration PERIOD = Duration.ofMinutes(5);
    /** A minute, of which the second that had begun counts as whole. */
    private static final Duration SHORTEST_WAIT = Duration.ofSeconds(59);

    private static final Duration LONGEST_WAIT = Duration.ofHours(1);
    private static final int PAGE = 4;
    private static final int LONGEST_FORWARD = 20_000;
    private static final int LONGEST_LOCK_WAIT = 30_000;
    private static final int FIRST_SECONDS = 3_000;

    private final StartFrom start;
    private final FeedWatch watch;
    private final Duration verifyDelay;
    /** Whether what fails waits to be tried again, so that the others go on. */
    private final boolean parks;

    private final ModelCrm crm = new ModelCrm(this::betweenRequests);
    private final ModelCursor cursor = new ModelCursor(this::beforeWrite, this::checkSaved);
    private final FeedDebts debts = new FeedDebts(cursor.known());
    private ChangeFeed feed;
    private Long began;

    private Random random = new Random(0);
    private FeedAccident accident = FeedAccident.NONE;
    private int stepsToAccident;
    private boolean editing = true;

    private boolean clockWasSet;
    private boolean unnoticedClockStep;
    private long setForward;
    private boolean forgot;

    private final Map<Long, Map<String, Object>> lastDelivered = new HashMap<>();
    /** What a target has that is fed by the deliveries, and by whom the own writes are made. */
    private final Map<Long, Map<String, Object>> target = new HashMap<>();

    /** What a repetition of would have no cause. */
    private final Map<Long, Map<String, Object>> known = new HashMap<>();
    /** Completed, but the store failed to note it. */
    private final Set<Delivery> unstored = new HashSet<>();
    /** Handed out and never completed. */
    private final Map<Long, Change> open = new HashMap<>();

    private final ModelProducer producer = new ModelProducer(crm, target, open::remove);

    /** When the route failed last for the records that wait. */
    private final Map<Long, Instant> waiting = new HashMap<>();

    /** Of those, the records that the store failed to note. */
    private final Set<Long> unstoredWaiting = new HashSet<>();

    private final Set<Long> deliveredAsCreated = new HashSet<>();
    private final Set<Long> toldDeleted = new HashSet<>();
    /** For each record how often all that is known had been lost when it was delivered last. */
    private final Map<Long, Integer> deliveredBeforeLoss = new HashMap<>();

    /**
     * @param verifyDelay 2 seconds or more
     * @param ordinary whether hidden rows take places in the pages of the user
     */
    FeedModel(StartFrom start, FeedWatch watch, Duration verifyDelay, boolean parks, boolean ordinary) {
        this.start = start;
        this.watch = watch;
        this.verifyDelay = verifyDelay;
        this.parks = parks;
        crm.longestLockWait(scaled(LONGEST_LOCK_WAIT));
        crm.lie(this::lie);
        crm.hiddenRowsCount(ordinary);
        crm.hideErrors(() -> accident == FeedAccident.SERVER_HIDES_ERRORS && random.nextInt(3) == 0);
    }

    /** Milliseconds since the beginning. */
    long now() {
        return crm.now();
    }

    /** From now on nothing is changed but by steps. */
    void undisturbed() {
        editing = false;
    }

    void run(HistoryStep step) {
        producer.receive();
        switch (step.getClass().getSimpleName()) {
            case "Create" -> create((Create) step);
            case "Edit" -> edit((Edit) step);
            case "Pass" -> crm.pass(((Pass) step).millis());
            case "Poll" -> poll((Poll) step);
            case "Down" -> down((Down) step);
            case "Delete" -> delete((Delete) step);
            case "ChangeSilently" -> changeSilently((ChangeSilently) step);
            case "ChangeOwner" -> changeOwner((ChangeOwner) step);
            case "LoseKnown" -> loseKnown((LoseKnown) step);
            case "OwnEdit" -> ownEdit((OwnEdit) step);
            case "OwnCreate" -> ownCreate((OwnCreate) step);
            case "OwnDelete" -> ownDelete((OwnDelete) step);
            default -> setClock((ClockStep) step);
        }
    }

    /** A second is lost to the times, which bear whole ones. */
    private long scaled(long millis) {
        return millis * (verifyDelay.toMillis() - 1_000) / (LONGEST_VERIFY_DELAY.toMillis() - 1_000);
    }

    private Duration lie() {
        if (accident != FeedAccident.DATES_LIE || random.nextInt(3) > 0) {
            return Duration.ZERO;
        }
        long seconds = random.nextBoolean() ? 12 + random.nextInt(200) : 1_000_000_000L;
        return Duration.ofSeconds(random.nextBoolean() ? seconds : -seconds);
    }

    private void create(Create step) {
        crm.create(step.count(), scaled(step.firstGap()), scaled(step.secondGap()));
    }

    private void edit(Edit step) {
        crm.edit(step.from(), step.count(), scaled(step.firstGap()), scaled(step.secondGap()));
    }

    private void down(Down step) {
        accident = FeedAccident.NONE;
        forgot |= !unstored.isEmpty();
        endProcess();
        crm.pass(step.millis());
    }

    private void delete(Delete step) {
        for (long number : crm.numbers(step.from(), step.count())) {
            debts.gone(number);
            crm.delete(number);
        }
    }

    private void ownEdit(OwnEdit step) {
        if (watch.ignoresOwn) {
            producer.edit(step.from(), scaled(step.firstGap()), scaled(step.secondGap()));
        } else {
            crm.edit(step.from(), 1, scaled(step.firstGap()), scaled(step.secondGap()));
        }
    }

    private void ownCreate(OwnCreate step) {
        if (watch.ignoresOwn) {
            producer.create(scaled(step.firstGap()), scaled(step.secondGap()));
        } else {
            crm.create(1, scaled(step.firstGap()), scaled(step.secondGap()));
        }
    }

    private void ownDelete(OwnDelete step) {
        if (watch.ignoresOwn) {
            crm.numbers(step.from(), 1).forEach(debts::back);
            producer.delete(step.from());
        } else {
            delete(new Delete(step.from(), 1));
        }
    }

    private void changeSilently(ChangeSilently step) {
        for (long number : crm.numbers(step.from(), step.count())) {
            debts.changedSilently(number);
            crm.changeSilently(number);
        }
    }

    private void changeOwner(ChangeOwner step) {
        for (long number : crm.numbers(step.from(), 1)) {
            debts.gone(number);
            if (crm.changeOwner(number)) {
                debts.back(number);
                // When it goes again before it was delivered, that is told with a cause.
                known.remove(number);
            }
        }
    }

    private void loseKnown(LoseKnown step) {
        if (step.gone()) {
            accident = FeedAccident.NONE;
            die();
            cursor.known().lose();
        } else {
            cursor.known().damage();
        }
    }

    /**
     * Once between two polls, not in the seconds in which the feed begins, not back behind its beginning, and forward not
     * so far that slow saves outlast the verify delay.
     */
    private void setClock(ClockStep step) {
        boolean begun = began != null && crm.now() - began > FIRST_SECONDS;
        boolean tooFar = step.millis() > 0 && setForward + step.millis() > scaled(LONGEST_FORWARD);
        if (begun
                && !tooFar
                && !unnoticedClockStep
                && crm.clock().plusMillis(step.millis()).isAfter(cursor.origin().plusSeconds(1))) {
            crm.shiftClock(step.millis());
            setForward += Math.max(0, step.millis());
            clockWasSet = true;
            unnoticedClockStep = true;
            known.clear();
        }
    }

    private void poll(Poll step) {
        random = new Random(step.seed());
        accident = unnoticedClockStep ? FeedAccident.NONE : step.accident();
        stepsToAccident = random.nextInt(12);
        if (feed == null) {
            feed = new ChangeFeed(
                    new FeedSources(crm, crm, null, producer::take),
                    cursor,
                    new ServerClock(crm::nanoTime),
                    crm::trueTime,
                    watch.settings(start, verifyDelay),
                    PAGE);
        }
        if (began == null && start.kind() == StartFrom.Kind.NOW) {
            producer.takeForGranted();
        }
        try {
            feed.begin();
            if (began == null) {
                began = crm.now();
            }
            handOut(step.atMost());
            feed.end();
            unnoticedClockStep = false;
        } catch (Death death) {
            die();
        } catch (CursorException | TransportException | ServerFailureException failure) {
            // The next poll of the same feed goes on.
        }
    }

    private void handOut(int atMost) {
        int left = atMost;
        Optional<List<Change>> page = feed.next(left);
        while (page.isPresent()) {
            List<Change> changes = new ArrayList<>(page.get());
            left -= changes.size();
            assertThat(left).isNotNegative();
            changes.forEach(this::handedOut);
            Collections.shuffle(changes, random);
            while (!changes.isEmpty()) {
                List<Change> done = changes.subList(0, 1 + random.nextInt(changes.size()));
                Map<Boolean, List<Change>> failed = done.stream().collect(Collectors.partitioningBy(change -> fails()));
                complete(failed.get(false));
                if (parks && !failed.get(true).isEmpty()) {
                    park(failed.get(true));
                }
                done.clear();
            }
            page = left > 0 ? feed.next(left) : Optional.empty();
        }
    }

    private boolean fails() {
        return accident == FeedAccident.EXCHANGES_FAIL && random.nextInt(4) == 0;
    }

    private void handedOut(Change change) {
        long number = change.delivery().id().number();
        assertThat(content(change)).as("handed out again without cause").isNotEqualTo(known.get(number));
        if (waiting.containsKey(number) && change.kind() != ChangeKind.DELETED) {
            assertThat(crm.trueTime())
                    .as("a record that waits is not handed out before it is due")
                    .isAfterOrEqualTo(waiting.get(number).plus(SHORTEST_WAIT));
        }
        if (change.kind() == ChangeKind.DELETED) {
            assertThat(crm.visible()).as("delivered as deleted though alive").doesNotContainKey(number);
        } else if (!isSilent(change)) {
            open.put(number, change);
        }
        if (watch.fields
                && change.changedFields() != null
                && deliveredBeforeLoss.getOrDefault(number, -1) == losses()) {
            assertThat(change.changedFields()).containsAll(differences(lastDelivered.get(number), content(change)));
        }
    }

    /** What was learned after a loss, or by the first sweep, counts as delivered. */
    private int losses() {
        return cursor.known().losses();
    }

    /** What no clock tells: the passes have it behind them. */
    private boolean isSilent(Change change) {
        Map<String, Object> before = target.get(change.delivery().id().number());
        return before != null && Set.of("stock").equals(differences(before, content(change)));
    }

    private static Set<String> differences(Map<String, Object> before, Map<String, Object> after) {
        Set<String> different = new HashSet<>(after.keySet());
        different.removeIf(name -> name.equals("modifiedby") || after.get(name).equals(before.get(name)));
        return different;
    }

    private void complete(List<Change> done) {
        dieOrNot();
        for (Change change : done) {
            long number = change.delivery().id().number();
            if (change.kind() == ChangeKind.DELETED) {
                lastDelivered.remove(number);
                target.remove(number);
                deliveredBeforeLoss.remove(number);
                toldDeleted.add(number);
            } else {
                if (!watch.sweep || cursor.known().hasAllHashes()) {
                    deliveredBeforeLoss.put(number, losses());
                }
                toldDeleted.remove(number);
                target.put(number, change.state().fields());
                assertNoStepBack(
                        lastDelivered.put(number, change.state().fields()),
                        change.state().fields());
            }
        }
        try {
            feed.completed(done);
        } catch (CursorException e) {
            done.forEach(change -> unstored.add(change.delivery()));
            done.forEach(this::completed);
            throw e;
        }
        done.forEach(this::completed);
    }

    private void park(List<Change> failed) {
        dieOrNot();
        List<Long> numbers =
                failed.stream().map(change -> change.delivery().id().number()).toList();
        numbers.forEach(number -> waiting.put(number, crm.trueTime()));
        try {
            feed.park(failed);
        } catch (CursorException e) {
            unstoredWaiting.addAll(numbers);
            throw e;
        }
    }

    private void completed(Change change) {
        long number = change.delivery().id().number();
        waiting.remove(number);
        open.remove(number);
        if (!unnoticedClockStep) {
            // Before it is noticed, a retry may deliver what is read again for its sake.
            known.put(number, content(change));
        }
        if (change.kind() == ChangeKind.CREATED && !clockWasSet && !forgot) {
            assertThat(deliveredAsCreated.add(number)).as("created only once").isTrue();
        }
    }

    private static void assertNoStepBack(Map<String, Object> before, Map<String, Object> after) {
        if (before != null) {
            for (String field : List.of("first", "second")) {
                assertThat(version(after, field)).isGreaterThanOrEqualTo(version(before, field));
            }
        }
    }

    private static int version(Map<String, Object> fields, String field) {
        return Integer.parseInt((String) fields.get(field));
    }

    private void die() {
        forgot = true;
        endProcess();
    }

    private void endProcess() {
        feed = null;
        producer.die();
        forget(unstored);
        waiting.keySet().removeAll(unstoredWaiting);
        unstoredWaiting.clear();
        if (accident == FeedAccident.MACHINE_DIES) {
            waiting.clear();
            forget(cursor.loseAllNotesBut(random.nextInt(5)));
        }
        unstored.clear();
    }

    /** The feed goes on from the delivery before. */
    private void forget(Collection<? extends CursorEntry> entries) {
        for (CursorEntry entry : entries) {
            known.remove(entry.id().number());
            deliveredBeforeLoss.remove(entry.id().number());
        }
    }

    private static Map<String, Object> content(Change change) {
        return withoutModifier(change.state().fields());
    }

    private static Map<String, Object> withoutModifier(Map<String, Object> fields) {
        Map<String, Object> stable = new HashMap<>(fields);
        stable.remove("modifiedby");
        return stable;
    }

    private void betweenRequests() {
        crm.pass(random.nextInt(400));
        producer.receive();
        if (editing && random.nextInt(3) == 0) {
            crm.edit(
                    random.nextInt(30),
                    1 + random.nextInt(3),
                    scaled(random.nextInt(2_000)),
                    scaled(random.nextInt(2_000)));
            happensMeanwhile();
        }
        dieOrNot();
        if (accident == FeedAccident.SERVER_FAILS && stepsToAccident-- == 0) {
            throw new TransportException("The model's server is down.", FailureContext.NONE);
        }
    }

    private void happensMeanwhile() {
        switch (random.nextInt(12)) {
            case 0 -> delete(new Delete(random.nextInt(30), 1));
            case 1 -> crm.create(1, scaled(random.nextInt(2_000)), scaled(random.nextInt(2_000)));
            case 2 -> changeSilently(new ChangeSilently(random.nextInt(30), 1));
            case 3, 4 -> ownEdit(new OwnEdit(random.nextInt(30), random.nextInt(2_000), random.nextInt(2_000)));
            default -> {}
        }
    }

    private void beforeWrite() {
        dieOrNot();
        if (accident == FeedAccident.STORE_FAILS && stepsToAccident-- == 0) {
            throw new CursorException("The model's store fails.");
        }
    }

    private void dieOrNot() {
        boolean deadly = accident == FeedAccident.PROCESS_DIES || accident == FeedAccident.MACHINE_DIES;
        if (deadly && stepsToAccident-- == 0) {
            throw new Death();
        }
    }

    /** What was handed out and is not complete, the cursor has still before it, unless the record has moved on. */
    private void checkSaved(CursorState state) {
        unstored.clear();
        open.forEach((number, change) -> {
            if (change.delivery().modifiedTime().equals(crm.modifiedTime(number))) {
                boolean beforePasses = change.delivery().position().isAfter(state.oldest());
                boolean beforeBackfill =
                        state.isBackfilling() && number > state.backfilledUpTo().getAsLong();
                assertThat(beforePasses || beforeBackfill || state.isParked(number))
                        .as("the cursor has not passed %s, or keeps it waiting", change.delivery())
                        .isTrue();
            }
        });
    }

    /** Lets all saves land, all clocks catch up, and the feed read on undisturbed. */
    void comeToRest() {
        Poll quiet = new Poll(1, Integer.MAX_VALUE, FeedAccident.NONE);
        poll(quiet);
        editing = false;
        while (crm.clock().isBefore(crm.latestStamp().plus(verifyDelay).plusSeconds(10))) {
            crm.pass(20_000);
            poll(quiet);
        }
        crm.pass(LONGEST_WAIT.toMillis());
        poll(quiet);
        for (int period = 0; period < 3; period++) {
            crm.pass(PERIOD.toMillis());
            poll(quiet);
            poll(quiet);
        }
    }

    /** What the target has at the end. */
    Map<Long, Map<String, Object>> target() {
        return versions(target);
    }

    Set<Long> toldDeleted() {
        return toldDeleted;
    }

    /** The deletions that the feed must have told by now. */
    Set<Long> expectedDeletions() {
        return watch.deletions ? debts.deletions() : Set.of();
    }

    /** The states that the feed must have delivered by now. */
    Map<Long, Map<String, Object>> expected() {
        Map<Long, Map<String, Object>> expected = new HashMap<>();
        crm.visible().forEach((number, state) -> {
            if (start.kind() != StartFrom.Kind.NOW || crm.wasSavedSince(number, began)) {
                expected.put(number, state.fields());
            }
        });
        return versions(expected);
    }

    /** Of the records that changed silently, what the feed delivered last. */
    Map<Long, Object> deliveredStock() {
        return stock(target);
    }

    /** Of the records that changed silently, what the feed must have delivered by now. */
    Map<Long, Object> expectedStock() {
        Map<Long, Map<String, Object>> visible = new HashMap<>();
        crm.visible().forEach((number, state) -> visible.put(number, state.fields()));
        return watch.sweep ? stock(visible) : Map.of();
    }

    private Map<Long, Object> stock(Map<Long, Map<String, Object>> records) {
        Map<Long, Object> stock = new HashMap<>();
        debts.silentChanges().stream()
                .filter(records::containsKey)
                .forEach(number -> stock.put(number, records.get(number).get("stock")));
        return stock;
    }

    /** Without the field that says something else in each answer, and the one that changes silently. */
    private static Map<Long, Map<String, Object>> versions(Map<Long, Map<String, Object>> records) {
        Map<Long, Map<String, Object>> versions = new HashMap<>();
        records.forEach((number, fields) -> {
            Map<String, Object> stable = withoutModifier(fields);
            stable.remove("stock");
            versions.put(number, stable);
        });
        return versions;
    }
}
