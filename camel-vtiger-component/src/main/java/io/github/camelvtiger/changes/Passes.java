package io.github.camelvtiger.changes;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The stage that follows the CRM's clock: the backfill, and then the passes over what was changed since. */
final class Passes implements FeedStage {

    private final FeedReader reader;
    private final FeedMemory memory;
    private final Set<ChangeKind> kinds;
    private final ChangedFields changedFields;
    private final OwnChanges own;
    private ReadingOrder order;

    /** Where the slowest pass stood when the poll began. */
    private Position eldest;

    /** @param kinds the changes to hand out */
    Passes(FeedReader reader, FeedMemory memory, Set<ChangeKind> kinds, OwnChanges own) {
        this.reader = reader;
        this.memory = memory;
        this.kinds = kinds;
        this.changedFields = new ChangedFields(memory.known());
        this.own = own;
    }

    @Override
    public void begin() {
        order = new ReadingOrder(reader);
        eldest = memory.state().oldest();
    }

    @Override
    public Optional<FeedBatch> next(int atMost) {
        CursorState state = memory.state();
        Optional<FeedPage> page = order.nextPage(state);
        if (page.isEmpty()) {
            memory.known().properties().backfillIsOver();
        }
        return page.map(found -> screen(found, atMost));
    }

    /**
     * The changes of a page, up to as many as may be handed out; the rest of the page is left for the next reading. What
     * waits to be tried again is passed over: its retry reads the newest state.
     */
    private FeedBatch screen(FeedPage page, int atMost) {
        own.takeIn();
        Map<Long, KnownRecord> before = changedFields.before(page.states());
        List<Change> open = new ArrayList<>();
        List<Change> filtered = new ArrayList<>();
        int seen = 0;
        for (RecordState row : page.states()) {
            long number = row.id().number();
            if (!memory.state().isParked(number) && !memory.isHandedOut(row)) {
                Change change =
                        new Change(kindOf(row), row, memory.deliveryOf(row), changedFields.of(row, before.get(number)));
                if (!kinds.contains(change.kind()) || own.isOwn(row, before)) {
                    filtered.add(change);
                } else if (open.size() < atMost) {
                    open.add(change);
                } else {
                    break;
                }
            }
            seen++;
        }
        memory.remember(filtered);
        return new FeedBatch(page.first(seen), open, memory::remember);
    }

    /**
     * Created: by the backfill all that was never delivered, else what was created since and never delivered. A record
     * without a readable time cannot be called new.
     */
    private ChangeKind kindOf(RecordState row) {
        boolean first = row.hasTime() && memory.state().lastDelivery(row.id().number()) == null;
        return first && (memory.state().isBackfilling() || isCreatedSince(row))
                ? ChangeKind.CREATED
                : ChangeKind.UPDATED;
    }

    private boolean isCreatedSince(RecordState row) {
        long number = row.id().number();
        return row.createdTime() != null
                && new Position(row.createdTime(), number).isAfter(eldest)
                && !memory.isKnownAsCreated(number);
    }
}
