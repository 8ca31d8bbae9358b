package io.github.camelvtiger.changes;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The changes of one module, at least once and in their order for each record, as {@code change-feed.md §1} demands. A
 * save moves {@code modifiedtime} before it writes the fields; so three passes go over the same changes, each trailing
 * the CRM's clock by a lag of its own, and what equals the last delivery of its record is not handed out again.
 *
 * <p>A poll is {@link #begin()}, {@link #next} until it answers nothing, and {@link #end()}. Before the caller asks for
 * more it reports what the route is done with ({@link #completed}); what it does not report by then counts as failed: the
 * cursor stays before it and the poll is over. For one thread.
 */
public final class ChangeFeed implements AutoCloseable {

    private static final Duration SECOND = Duration.ofSeconds(1);
    /** More rows than these the server never answers ({@code webservice.md §7}). */
    private static final int SERVERS_PAGE = 100;

    private final Cursor cursor;
    private final InstantSource local;
    private final FeedSettings settings;
    private final FeedReader reader;

    private CursorState state;
    private boolean stored;
    private boolean metTheClock;
    private ReadingOrder order;
    private boolean over;
    private FeedBatch batch;

    /** Where the slowest pass stood when the poll began. */
    private Position eldest;

    /** The records that may bear a creation behind that and were delivered all the same. */
    private final Set<Long> notNew = new HashSet<>();

    /** @param local this machine's clock; it only tells how long no process watched the CRM's */
    public ChangeFeed(
            ChangeSource source, Cursor cursor, ServerClock clock, InstantSource local, FeedSettings settings) {
        this(source, cursor, clock, local, settings, SERVERS_PAGE);
    }

    ChangeFeed(
            ChangeSource source,
            Cursor cursor,
            ServerClock clock,
            InstantSource local,
            FeedSettings settings,
            int pageSize) {
        this.cursor = cursor;
        this.local = local;
        this.settings = settings;
        this.reader = new FeedReader(source, clock, settings.lags(), pageSize, ignored -> save());
    }

    /** Begins a poll. The very first one of a new cursor stores where the feed begins before anything is read. */
    public void begin() {
        if (state == null) {
            Optional<CursorState> found = cursor.read();
            stored = found.isPresent();
            state = found.orElseGet(this::beginning);
        } else {
            cursor.confirm();
        }
        meetTheClock();
        if (!stored) {
            save();
            stored = true;
        }
        batch = null;
        over = false;
        order = new ReadingOrder(reader);
        eldest = state.oldest();
        notNew.clear();
        state.lastDeliveries().forEach(delivery -> notNew.add(delivery.id().number()));
    }

    /**
     * The next changes to hand out, each of another record, of one page of the CRM. Empty when the poll is over.
     *
     * @param atMost how many, 1 or more
     */
    public Optional<List<Change>> next(int atMost) {
        settle();
        while (!over) {
            Optional<FeedPage> page = order.nextPage(state);
            if (page.isEmpty()) {
                over = true;
            } else {
                batch = screen(page.get(), atMost);
                if (!batch.changes().isEmpty()) {
                    return Optional.of(batch.changes());
                }
                batch.moveCursor();
                batch = null;
            }
        }
        return Optional.empty();
    }

    /** The route is done with these changes of the last page: they are noted at once, wherever the cursor stands. */
    public void completed(Collection<Change> changes) {
        changes.forEach(batch::complete);
        remember(changes);
    }

    /** Ends the poll and stores how far it got. */
    public void end() {
        settle();
        state.forgetPassed();
        save();
    }

    /** Lets others use the cursor. */
    @Override
    public void close() {
        cursor.close();
    }

    private void settle() {
        if (batch != null) {
            over = over || !batch.isWhole();
            batch.moveCursor();
            batch = null;
            state.forgetPassed();
            save();
        }
    }

    private void save() {
        state.clocks(new ClockReading(reader.now(), local.instant()));
        cursor.save(state);
    }

    /** The changes of a page, up to as many as may be handed out; the rest of the page is left for the next reading. */
    private FeedBatch screen(FeedPage page, int atMost) {
        List<Change> open = new ArrayList<>();
        List<Change> filtered = new ArrayList<>();
        int seen = 0;
        for (RecordState row : page.states()) {
            Delivery delivery = row.delivery();
            if (!delivery.equals(state.lastDelivery(row.id().number()))) {
                Change change = new Change(kindOf(row), row, delivery);
                if (!settings.kinds().contains(change.kind())) {
                    filtered.add(change);
                } else if (open.size() < atMost) {
                    open.add(change);
                } else {
                    break;
                }
            }
            seen++;
        }
        remember(filtered);
        return new FeedBatch(page.first(seen), open);
    }

    private void remember(Collection<Change> changes) {
        if (changes.isEmpty()) {
            return;
        }
        for (Change change : changes) {
            state.delivered(change.delivery());
            if (change.kind() == ChangeKind.CREATED) {
                notNew.add(change.delivery().id().number());
            }
        }
        cursor.note(changes.stream().map(Change::delivery).toList(), state);
    }

    /** Created: by the backfill all that was never delivered, else what was created since and never delivered. */
    private ChangeKind kindOf(RecordState row) {
        boolean first = state.lastDelivery(row.id().number()) == null;
        return first && (state.isBackfilling() || isCreatedSince(row)) ? ChangeKind.CREATED : ChangeKind.UPDATED;
    }

    private boolean isCreatedSince(RecordState row) {
        long number = row.id().number();
        return row.createdTime() != null
                && new Position(row.createdTime(), number).isAfter(eldest)
                && !notNew.contains(number);
    }

    private CursorState beginning() {
        StartFrom start = settings.startFrom();
        return switch (start.kind()) {
            // The second that is running counts as a whole: a change made in it after this moment must not be lost.
            case NOW -> CursorState.after(reader.now().minus(SECOND));
            case INSTANT -> CursorState.after(start.instant().minus(SECOND));
            // A save that is under way may show the backfill its old fields; the passes must meet it again.
            case BEGINNING -> CursorState.backfillThenAfter(reader.now().minus(settings.verifyDelay()));
        };
    }

    /** Once for each process, before it reads: a clock that was set back while none was running makes changes look old. */
    private void meetTheClock() {
        if (metTheClock) {
            return;
        }
        Instant now = reader.now();
        state.clocks()
                .flatMap(reading -> reading.setBackTo(now, local.instant()))
                .ifPresent(since -> state.rewindTo(Position.endOf(since.minus(SECOND))));
        Instant oldest = state.oldest().modifiedTime();
        if (oldest.isAfter(now)) {
            throw new CursorException("The cursor stands at " + oldest + ", but by the clock of the CRM it is " + now
                    + "; set that clock right, or begin anew with another cursorKey and the option startFrom.");
        }
        metTheClock = true;
    }
}
