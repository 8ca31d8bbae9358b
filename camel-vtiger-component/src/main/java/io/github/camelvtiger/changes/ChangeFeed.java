package io.github.camelvtiger.changes;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The changes of one module, at least once and in their order for each record, as {@code change-feed.md §1} demands. A
 * save moves {@code modifiedtime} before it writes the fields; so three passes go over the same changes, each trailing
 * the CRM's clock by a lag of its own, and what equals the last delivery of its record is not handed out again.
 *
 * <p>A poll is {@link #begin()}, {@link #next} until it answers nothing, and {@link #end()}; it goes through the stages
 * of the feed in turn. Before the caller asks for more it reports what the route is done with ({@link #completed}); what
 * it does not report by then counts as failed: the cursor stays before it and the poll is over. For one thread.
 */
public final class ChangeFeed implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ChangeFeed.class);

    private static final Duration SECOND = Duration.ofSeconds(1);
    /** More rows than these the server never answers ({@code webservice.md §7}). */
    private static final int SERVERS_PAGE = 100;
    /** More rows than these are not kept in memory at the same time. */
    private static final int MOST_TOGETHER = 5_000;

    private final String module;
    private final FeedSettings settings;
    private final FeedReader reader;
    private final FeedMemory memory;
    private final FeedProgress progress;
    private final Retries retries;
    private final OwnChanges own;
    private final List<FeedStage> stages;

    private final FirstMeeting meeting;
    private boolean stored;
    /** The stage that the poll is at; after the last one when the poll is over. */
    private int stage;

    /** Whether the route was not done with a batch. */
    private boolean failed;

    private FeedBatch batch;
    private int handedOut;

    /**
     * @param local this machine's clock, which shows how long no process watched the CRM's, and when to try again
     * @param progress takes how far the feed is behind
     */
    public ChangeFeed(
            FeedSources sources,
            Cursor cursor,
            ServerClock clock,
            InstantSource local,
            FeedProgress progress,
            FeedSettings settings) {
        this(sources, cursor, clock, local, progress, settings, SERVERS_PAGE);
    }

    ChangeFeed(
            FeedSources sources,
            Cursor cursor,
            ServerClock clock,
            InstantSource local,
            FeedProgress progress,
            FeedSettings settings,
            int pageSize) {
        this.module = sources.changes().module();
        this.settings = settings;
        this.progress = progress;
        CrmClock crmClock = new CrmClock(sources.changes(), clock);
        this.meeting = new FirstMeeting(crmClock, local);
        KnownRecordIndex known = new KnownRecordIndex(
                cursor::known, settings.level(), settings.known().narrowing());
        this.memory = new FeedMemory(cursor, known, crmClock, local);
        this.reader = new FeedReader(sources.changes(), crmClock, memory, settings.lags(), together(pageSize));
        this.retries = new Retries(sources.changes(), memory, local, pageSize);
        this.own = new OwnChanges(
                memory, sources.ownWrites(), reader::now, options().narrowing() != null);
        this.stages = stages(sources.ids(), sources.sync(), pageSize);
    }

    private int together(int pageSize) {
        return Math.max(pageSize, Math.min(settings.together(), MOST_TOGETHER));
    }

    private KnownOptions options() {
        return settings.known();
    }

    private List<FeedStage> stages(RecordIds ids, SyncSource sync, int pageSize) {
        KnownOptions options = options();
        List<FeedStage> wanted = new ArrayList<>();
        wanted.add(retries);
        wanted.add(new Passes(reader, memory, settings.kinds(), own));
        if (settings.tellsDeletions() && sync != null) {
            wanted.add(new SyncedDeletions(
                    sync,
                    memory,
                    reader,
                    new Deletions(ids, memory, reader, options.maxDeletedShare()),
                    settings.verifyDelay(),
                    options.deletedCheckPeriod()));
        }
        if (settings.tellsDeletions()) {
            wanted.add(new Reconciliation(
                    ids,
                    memory,
                    reader,
                    new Deletions(ids, memory, reader, options.maxDeletedShare()),
                    options.deletedCheckPeriod(),
                    options.sweeps(),
                    pageSize));
        }
        if (options.sweeps()) {
            KeysetWalk walk = new KeysetWalk(memory.known(), "sweep", options.sweepPeriod());
            wanted.add(new Sweep(
                    reader,
                    memory,
                    settings.kinds(),
                    new Deletions(ids, memory, reader, options.maxDeletedShare()),
                    walk,
                    new SweptPages(module, settings.sweeps(), walk, memory)));
        }
        return List.copyOf(wanted);
    }

    /** Begins a poll. The very first one of a new cursor stores where the feed begins before anything is read. */
    public void begin() {
        if (memory.state() == null) {
            Optional<CursorState> found = memory.read();
            stored = found.isPresent();
            memory.state(found.orElseGet(this::beginning));
        } else {
            memory.confirm();
        }
        meeting.hold(memory.state());
        memory.known().open(memory.state(), !stored);
        if (!stored) {
            save();
            stored = true;
        }
        batch = null;
        handedOut = 0;
        stage = 0;
        failed = false;
        reportPosition();
        memory.begin();
        own.takeIn();
        stages.get(stage).begin();
    }

    /**
     * The next changes to hand out, each of another record, of one page of the CRM. Empty when the poll is over.
     *
     * @param atMost how many, 1 or more
     */
    public Optional<List<Change>> next(int atMost) {
        settle();
        while (stage < stages.size()) {
            Optional<FeedBatch> next = stages.get(stage).next(atMost);
            if (next.isEmpty()) {
                stage++;
                if (stage < stages.size()) {
                    stages.get(stage).begin();
                }
            } else if (next.get().changes().isEmpty()) {
                next.get().moveCursor();
            } else {
                memory.handOut(next.get().changes());
                batch = next.get();
                reportInFlight();
                handedOut += batch.changes().size();
                return Optional.of(batch.changes());
            }
        }
        return Optional.empty();
    }

    /** When the last look for deletions came to its end, on the clock of the CRM: what is handed out as deleted was deleted later. */
    public Optional<Instant> lookedForDeletions() {
        return memory.known().properties().checked();
    }

    /** The route is done with these changes of the last page: they are noted at once, wherever the cursor is. */
    public void completed(Collection<Change> changes) {
        batch.complete(changes);
        reportInFlight();
    }

    /**
     * The route failed for these changes of the last page: their records wait, and are tried again later. That is noted
     * before the cursor moves over them.
     */
    public void park(Collection<Change> changes) {
        retries.park(changes);
        batch.passOver(changes);
        reportInFlight();
    }

    /** Ends the poll and stores how far it got. */
    public void end() {
        settle();
        memory.state().forgetPassed();
        save();
        reportPosition();
        progress.pollEnded(stage == stages.size() && !failed);
        LOG.debug(
                "{}: a poll is over, with {} changes; read up to {}, {} records are parked.",
                module,
                handedOut,
                memory.state().positions(),
                memory.state().parked().size());
    }

    /** Lets others use the cursor. */
    @Override
    public void close() {
        memory.close();
    }

    private void settle() {
        if (batch != null) {
            if (!batch.isWhole()) {
                failed = true;
                stage = stages.size();
            }
            batch.moveCursor();
            batch = null;
            memory.state().forgetPassed();
            save();
        }
    }

    private void reportPosition() {
        progress.deliveredUpTo(age(memory.state().position(0).modifiedTime()));
        progress.parked(memory.state().parked().size());
    }

    private void reportInFlight() {
        batch.firstOpen().ifPresentOrElse(oldest -> progress.inFlight(age(made(oldest))), progress::nothingInFlight);
        progress.parked(memory.state().parked().size());
    }

    /** When a change was made; pages of the passes begin with the oldest. What the passes have behind them or never look at counts from when it was found. */
    private Instant made(Change change) {
        return memory.state().isOfThePasses(change.delivery())
                ? change.delivery().modifiedTime()
                : reader.now();
    }

    private Duration age(Instant time) {
        Duration age = Duration.between(time, reader.now());
        return age.isNegative() ? Duration.ZERO : age;
    }

    private void save() {
        memory.save();
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
}
