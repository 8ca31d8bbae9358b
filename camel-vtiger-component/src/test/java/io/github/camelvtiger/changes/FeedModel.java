package io.github.camelvtiger.changes;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelvtiger.changes.HistoryStep.ClockStep;
import io.github.camelvtiger.changes.HistoryStep.Down;
import io.github.camelvtiger.changes.HistoryStep.LoseKnown;
import io.github.camelvtiger.changes.HistoryStep.Pass;
import io.github.camelvtiger.changes.HistoryStep.Poll;
import io.github.camelvtiger.client.RecordId;
import io.github.camelvtiger.client.ServerFailureException;
import io.github.camelvtiger.client.SweptPage;
import io.github.camelvtiger.client.TransportException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;

/** A feed over a {@link ModelCrm}, with a route that completes in any order, and the promises checked at each step. */
final class FeedModel {

    static final Duration PERIOD = Duration.ofMinutes(5);
    private static final Duration LONGEST_WAIT = Duration.ofHours(1);
    private static final int PAGE = 4;
    private static final int LONGEST_FORWARD = 20_000;
    private static final int FIRST_SECONDS = 3_000;

    private final StartFrom start;
    private final FeedWatch watch;
    private final Duration verifyDelay;
    /** Whether what fails waits to be tried again, so that the others go on. */
    private final boolean parks;

    private final ModelAccidents accidents = new ModelAccidents();
    private final ModelCrm crm = new ModelCrm(this::betweenRequests);
    private final ModelCursor cursor = new ModelCursor(accidents::write, state -> route().saved(state));
    private final FeedDebts debts = new FeedDebts(cursor.known());
    private final ModelRoute route;
    private final ModelProducer producer;
    private final ModelClients clients;
    private final FeedProgress progress = new FeedProgress(crm::nanoTime);
    private ChangeFeed feed;
    private Long began;
    /** The page of a sweep that was shown last in this process; null for none. */
    private SweptPage shown;

    private boolean editing = true;

    private long setForward;

    /**
     * @param verifyDelay 2 seconds or more
     * @param ordinary whether hidden rows take places in the pages of the user
     */
    FeedModel(StartFrom start, FeedWatch watch, Duration verifyDelay, boolean parks, boolean ordinary) {
        this.start = start;
        this.watch = watch;
        this.verifyDelay = verifyDelay;
        this.parks = parks;
        route = new ModelRoute(crm, cursor, debts, watch);
        producer = new ModelProducer(crm, route.target(), route::overwritten);
        clients = new ModelClients(crm, producer, route, debts, watch, verifyDelay);
        crm.lie(accidents::lie);
        crm.hiddenRowsCount(ordinary);
        crm.hideErrors(accidents::hidesError);
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
            case "Pass" -> crm.pass(((Pass) step).millis());
            case "Poll" -> poll((Poll) step);
            case "Down" -> down((Down) step);
            case "LoseKnown" -> loseKnown((LoseKnown) step);
            case "ClockStep" -> setClock((ClockStep) step);
            default -> clients.run(step);
        }
    }

    private void down(Down step) {
        accidents.none();
        route.processEnds();
        endProcess();
        crm.pass(step.millis());
    }

    private void loseKnown(LoseKnown step) {
        if (step.gone()) {
            accidents.none();
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
        boolean tooFar = step.millis() > 0 && setForward + step.millis() > clients.scaled(LONGEST_FORWARD);
        if (begun
                && !tooFar
                && !route.hasUnnoticedClockStep()
                && crm.clock().plusMillis(step.millis()).isAfter(cursor.origin().plusSeconds(1))) {
            crm.shiftClock(step.millis());
            setForward += Math.max(0, step.millis());
            route.clockWasSet();
        }
    }

    private void poll(Poll step) {
        accidents.plan(route.hasUnnoticedClockStep() ? FeedAccident.NONE : step.accident(), new Random(step.seed()));
        if (feed == null) {
            feed = new ChangeFeed(
                    new FeedSources(crm, crm, null, producer::take),
                    cursor,
                    new ServerClock(crm::nanoTime),
                    crm::trueTime,
                    progress,
                    watch.settings(start, verifyDelay, this::swept),
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
            route.clockStepWasNoticed();
        } catch (ModelAccidents.Death death) {
            die();
        } catch (CursorException | TransportException | ServerFailureException failure) {
            // The next poll of the same feed goes on.
        }
    }

    private void handOut(int atMost) {
        Random random = accidents.random();
        int left = atMost;
        Optional<List<Change>> page = feed.next(left);
        while (page.isPresent()) {
            List<Change> changes = new ArrayList<>(page.get());
            left -= changes.size();
            assertThat(left).isNotNegative();
            changes.forEach(route::handedOut);
            Collections.shuffle(changes, random);
            while (!changes.isEmpty()) {
                List<Change> done = changes.subList(0, 1 + random.nextInt(changes.size()));
                Map<Boolean, List<Change>> failed =
                        done.stream().collect(Collectors.partitioningBy(change -> accidents.failsExchange()));
                complete(failed.get(false));
                if (parks && !failed.get(true).isEmpty()) {
                    park(failed.get(true));
                }
                done.clear();
            }
            page = left > 0 ? feed.next(left) : Optional.empty();
        }
    }

    private void complete(List<Change> done) {
        accidents.dieOrNot();
        route.reached(done);
        try {
            feed.completed(done);
        } catch (CursorException e) {
            route.completedUnstored(done);
            throw e;
        }
        route.completed(done);
    }

    private void park(List<Change> failed) {
        accidents.dieOrNot();
        List<Long> numbers =
                failed.stream().map(change -> change.delivery().id().number()).toList();
        route.waits(numbers);
        try {
            feed.park(failed);
        } catch (CursorException e) {
            route.waitsUnstored(numbers);
            throw e;
        }
    }

    private void die() {
        route.processDies();
        endProcess();
    }

    /** The pages of a sweep leave nothing out, however polls end and exchanges fail. */
    private void swept(SweptPage page) {
        boolean goesOn = shown != null && shown.begun().equals(page.begun()) && !shown.isLast();
        if (goesOn && page.after() != 0) {
            assertThat(page.after()).isEqualTo(shown.upTo().orElseThrow());
        }
        assertThat(page.records())
                .allMatch(record -> RecordId.parse(record.get("id").toString()).number() > page.after())
                .allMatch(record -> RecordId.parse(record.get("id").toString()).number()
                        <= page.upTo().orElse(-1));
        shown = page;
    }

    private void endProcess() {
        shown = null;
        feed = null;
        producer.die();
        if (accidents.isOfTheMachine()) {
            route.machineLost(cursor.loseAllNotesBut(accidents.random().nextInt(5)));
        }
    }

    private void betweenRequests() {
        Random random = accidents.random();
        crm.pass(random.nextInt(400));
        producer.receive();
        if (editing && random.nextInt(3) == 0) {
            clients.happenMeanwhile(random);
        }
        accidents.request();
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
        assertThat(progress.lag()).isZero();
        // What the user can no longer see, and the CRM does not report as deleted, waits for as long as that is so.
        Set<Long> waiting = cursor.read().orElseThrow().parked().stream()
                .map(parked -> parked.id().number())
                .collect(Collectors.toSet());
        assertThat(waiting).noneMatch(crm.visible()::containsKey);
        assertThat(waiting).allMatch(crm::exists);
        assertThat(progress.parked()).isEqualTo(waiting.size());
    }

    /** What the target has at the end. */
    Map<Long, Map<String, Object>> target() {
        return versions(route.target());
    }

    Set<Long> toldDeleted() {
        return route.toldDeleted();
    }

    /** The deletions that the feed must have told by now. */
    Set<Long> expectedDeletions() {
        return watch.deletions ? debts.deletions() : Set.of();
    }

    /** The states that the feed must have delivered by now. */
    Map<Long, Map<String, Object>> expected() {
        Map<Long, Map<String, Object>> expected = new HashMap<>(crm.states());
        if (start.kind() == StartFrom.Kind.NOW) {
            expected.keySet().removeIf(number -> !crm.wasSavedSince(number, began));
        }
        return versions(expected);
    }

    /** Of the records that changed silently, what the feed delivered last. */
    Map<Long, Map<String, Object>> deliveredSilently() {
        return silent(route.target());
    }

    /** Of the records that changed silently, what the feed must have delivered by now. */
    Map<Long, Map<String, Object>> expectedSilently() {
        return watch.sweep ? silent(crm.states()) : Map.of();
    }

    private Map<Long, Map<String, Object>> silent(Map<Long, Map<String, Object>> records) {
        Map<Long, Map<String, Object>> silent = new HashMap<>();
        records.forEach((number, fields) -> silent.put(number, ModelCrm.withoutModifier(fields)));
        silent.keySet().retainAll(debts.silentChanges());
        return silent;
    }

    /** Without the field that says something else in each answer, and the one that changes silently. */
    private static Map<Long, Map<String, Object>> versions(Map<Long, Map<String, Object>> records) {
        Map<Long, Map<String, Object>> versions = new HashMap<>();
        records.forEach((number, fields) -> {
            Map<String, Object> stable = ModelCrm.withoutModifier(fields);
            stable.remove("stock");
            versions.put(number, stable);
        });
        return versions;
    }

    private ModelRoute route() {
        return route;
    }
}
