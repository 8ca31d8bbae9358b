package io.github.camelvtiger.changes;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The stage that reads the whole module again, some pages in each poll, and hands out what differs from what is known:
 * changes that moved no clock ({@code change-feed.md §7}). What the passes have still to read is left to them. The first
 * sweep only learns.
 */
final class Sweep implements FeedStage {

    private final FeedReader reader;
    private final FeedMemory memory;
    private final KnownRecordIndex known;
    private final Set<ChangeKind> kinds;
    private final Deletions deletions;
    private final KeysetWalk walk;
    private final SweptPages swept;
    private final ChangedFields changedFields;

    private long pagesLeft;
    /** Read, and not yet compared because deletions come before it. */
    private FeedPage page;

    /**
     * @param kinds the changes to hand out
     * @param swept reports what was read
     */
    Sweep(
            FeedReader reader,
            FeedMemory memory,
            Set<ChangeKind> kinds,
            Deletions deletions,
            KeysetWalk walk,
            SweptPages swept) {
        this.reader = reader;
        this.memory = memory;
        this.known = memory.known();
        this.kinds = kinds;
        this.deletions = deletions;
        this.walk = walk;
        this.swept = swept;
        this.changedFields = new ChangedFields(known);
    }

    @Override
    public void begin() {
        swept.settled();
        deletions.begin();
        page = null;
        pagesLeft = walk.pages(reader.now());
    }

    @Override
    public Optional<FeedBatch> next(int atMost) {
        swept.settled();
        if (!deletions.isEmpty()) {
            return Optional.of(deletions.batch(atMost));
        }
        if (page == null) {
            if (!readsOn()) {
                return Optional.empty();
            }
            read();
            if (!deletions.isEmpty()) {
                return Optional.of(deletions.batch(atMost));
            }
        }
        FeedPage current = page;
        page = null;
        known.writeIfMuch(memory.state());
        return Optional.of(screen(current, atMost));
    }

    private boolean readsOn() {
        if (!walk.isRunning()) {
            if (!walk.isDue(reader.now())) {
                return false;
            }
            walk.begin(reader.now());
        }
        return pagesLeft-- > 0;
    }

    private void read() {
        long after = walk.after();
        page = reader.byNumber(memory.state(), after, walk::moveTo, this::end);
        boolean last = page.states().isEmpty();
        if (kinds.contains(ChangeKind.DELETED) && known.properties().hasAllIds()) {
            Set<Long> there = new HashSet<>();
            page.states().forEach(row -> there.add(row.id().number()));
            long end = last
                    ? Long.MAX_VALUE
                    : page.states().get(page.states().size() - 1).id().number();
            List<Long> missing = known.ids().numbers(after, end).stream()
                    .filter(number -> !there.contains(number))
                    .toList();
            deletions.suspect(missing, last ? after : end);
        }
    }

    private void end() {
        walk.end();
        known.properties().idsAreComplete();
        known.properties().hashesAreComplete();
    }

    private FeedBatch screen(FeedPage whole, int atMost) {
        Map<Long, KnownRecord> before = known.entries(
                whole.states().stream().map(row -> row.id().number()).toList());
        if (!walk.isRunning()) {
            // What was known turned out to be lost just now, and with it how far the sweep got.
            FeedPage nothing = new FeedPage(List.of(), whole.serverTime(), true, count -> {});
            return new FeedBatch(nothing, List.of(), memory::remember);
        }
        boolean learning = !known.properties().hasAllHashes();
        List<Change> open = new ArrayList<>();
        int seen = 0;
        for (RecordState row : whole.states()) {
            KnownRecord last = before.get(row.id().number());
            // The retry of a record that waits reads its newest state.
            if (!memory.state().isParked(row.id().number()) && differs(row, last)) {
                if (isOfThePasses(row)) {
                    learnIfDelivered(row);
                } else if (learning || isReadAnew(row, last) || !kinds.contains(ChangeKind.UPDATED)) {
                    known.learn(row);
                } else if (open.size() < atMost) {
                    open.add(new Change(ChangeKind.UPDATED, row, memory.deliveryOf(row), changedFields.of(row, last)));
                } else {
                    break;
                }
            }
            seen++;
        }
        FeedPage compared = whole.first(seen);
        swept.compared(compared);
        return new FeedBatch(compared, open, memory::remember);
    }

    /** They have still to read it, so they will see what the sweep sees here, or later. */
    private boolean isOfThePasses(RecordState row) {
        return row.hasTime() && row.position().isAfter(memory.state().oldest());
    }

    /** They have it behind them, and what was known of it was lost since. */
    private void learnIfDelivered(RecordState row) {
        if (memory.isHandedOut(row)) {
            known.learn(row);
        }
    }

    private static boolean differs(RecordState row, KnownRecord known) {
        return known == null || !StateHash.of(row.fields()).equals(known.hash()) || isReadAnew(row, known);
    }

    /** The fields that are read, or that the module has, have changed since; the values say nothing. */
    private static boolean isReadAnew(RecordState row, KnownRecord known) {
        return known != null
                && known.fieldSet() != 0
                && known.fieldSet() != FieldHashes.numberOf(FieldHashes.names(row.fields()));
    }
}
