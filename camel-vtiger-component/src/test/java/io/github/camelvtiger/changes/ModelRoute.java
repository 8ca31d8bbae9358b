package io.github.camelvtiger.changes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the route behind a feed gets, and the target that it feeds; what the feed promises of it is checked at each step. */
final class ModelRoute {

    /** A minute, of which the second that had begun counts as whole. */
    private static final Duration SHORTEST_WAIT = Duration.ofSeconds(59);

    private final ModelCrm crm;
    private final ModelCursor cursor;
    private final FeedDebts debts;
    private final FeedWatch watch;

    private boolean clockWasSet;
    private boolean unnoticedClockStep;
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

    /** When the route failed last for the records that wait. */
    private final Map<Long, Instant> waiting = new HashMap<>();
    /** Of those, the records that the store failed to note. */
    private final Set<Long> unstoredWaiting = new HashSet<>();

    private final Set<Long> deliveredAsCreated = new HashSet<>();
    private final Set<Long> toldDeleted = new HashSet<>();
    /** For each record how often all that is known had been lost when it was delivered last. */
    private final Map<Long, Integer> deliveredBeforeLoss = new HashMap<>();

    ModelRoute(ModelCrm crm, ModelCursor cursor, FeedDebts debts, FeedWatch watch) {
        this.crm = crm;
        this.cursor = cursor;
        this.debts = debts;
        this.watch = watch;
    }

    /** The CRM's clock was set, and no poll has met it since. */
    void clockWasSet() {
        clockWasSet = true;
        unnoticedClockStep = true;
        known.clear();
    }

    void clockStepWasNoticed() {
        unnoticedClockStep = false;
    }

    boolean hasUnnoticedClockStep() {
        return unnoticedClockStep;
    }

    void handedOut(Change change) {
        long number = change.delivery().id().number();
        assertThat(content(change)).as("handed out again without cause").isNotEqualTo(known.get(number));
        if (waiting.containsKey(number) && change.kind() != ChangeKind.DELETED) {
            assertThat(crm.trueTime())
                    .as("a record that waits is not handed out before it is due")
                    .isAfterOrEqualTo(waiting.get(number).plus(SHORTEST_WAIT));
        }
        if (change.kind() == ChangeKind.DELETED) {
            assertThat(crm.visible()).as("delivered as deleted though alive").doesNotContainKey(number);
        } else if (isSilent(change)) {
            debts.changedSilently(number);
        } else {
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

    /**
     * What only a sweep finds: no clock shows it, or it has a time before the feed's beginning, as a save does that was
     * under way then. The passes have it behind them.
     */
    private boolean isSilent(Change change) {
        Map<String, Object> before = target.get(change.delivery().id().number());
        boolean movedNoClock = before != null && Set.of("stock").equals(differences(before, content(change)));
        return movedNoClock || !change.delivery().position().isAfter(Position.endOf(cursor.origin()));
    }

    private static Set<String> differences(Map<String, Object> before, Map<String, Object> after) {
        Set<String> different = new HashSet<>(after.keySet());
        different.removeIf(name -> name.equals("modifiedby") || after.get(name).equals(before.get(name)));
        return different;
    }

    /** The route is through with these; the feed does not know that yet. */
    void reached(Collection<Change> done) {
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

    /** The feed took these for completed. */
    void completed(Collection<Change> done) {
        for (Change change : done) {
            long number = change.delivery().id().number();
            waiting.remove(number);
            open.remove(number);
            if (!unnoticedClockStep) {
                // Before it is noticed, a retry may deliver what is read again for its sake.
                known.put(number, content(change));
            }
            if (change.kind() == ChangeKind.CREATED && !clockWasSet && !forgot) {
                assertThat(deliveredAsCreated.add(number))
                        .as("created only once")
                        .isTrue();
            }
        }
    }

    /** The same, but the store failed to note it. */
    void completedUnstored(Collection<Change> done) {
        done.forEach(change -> unstored.add(change.delivery()));
        completed(done);
    }

    /** The route failed for these records, which wait from now on. */
    void waits(Collection<Long> numbers) {
        numbers.forEach(number -> waiting.put(number, crm.trueTime()));
    }

    /** The store failed to note that these wait. */
    void waitsUnstored(Collection<Long> numbers) {
        unstoredWaiting.addAll(numbers);
    }

    /** The feed's process was stopped as it should be. */
    void processEnds() {
        forgot |= !unstored.isEmpty();
        processIsGone();
    }

    void processDies() {
        forgot = true;
        processIsGone();
    }

    private void processIsGone() {
        unstored.forEach(this::forget);
        unstored.clear();
        waiting.keySet().removeAll(unstoredWaiting);
        unstoredWaiting.clear();
    }

    /** The machine took these with it, on which the feed goes on from the delivery before. */
    void machineLost(Collection<? extends CursorEntry> entries) {
        waiting.clear();
        entries.forEach(this::forget);
    }

    private void forget(CursorEntry entry) {
        forget(entry.id().number());
        deliveredBeforeLoss.remove(entry.id().number());
    }

    /** A repetition of what this record was delivered as has a cause from now on. */
    void forget(long number) {
        known.remove(number);
    }

    /** A producer has written all of the record since it was handed out. */
    void overwritten(long number) {
        open.remove(number);
    }

    /** What was handed out and is not complete, the cursor has still before it, unless the record has moved on. */
    void saved(CursorState state) {
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

    /** The records of the target as they are there, for those who write into it. */
    Map<Long, Map<String, Object>> target() {
        return target;
    }

    Set<Long> toldDeleted() {
        return toldDeleted;
    }

    private static Map<String, Object> content(Change change) {
        return ModelCrm.withoutModifier(change.state().fields());
    }
}
