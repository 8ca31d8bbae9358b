package io.github.camelvtiger.routes.sync.feed;

import io.github.camelvtiger.routes.sync.definition.SyncDefinition;
import io.github.camelvtiger.routes.sync.store.Run;
import io.github.camelvtiger.routes.sync.store.RunCounts;
import io.github.camelvtiger.routes.sync.store.SyncStore;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * The runs of a feed, which are one an hour: a new one begins with the first record of a clock hour. Safe for several threads.
 */
public final class FeedHours {

    private final SyncDefinition sync;
    private final SyncStore store;
    private final String connection;
    private final InstantSource clock;
    private final boolean ofThisProcess;
    private Optional<Run> present = Optional.empty();
    private long rows;
    /** The number that a process which is killed now leaves behind. */
    private long keptRows;

    private RunCounts unkept = RunCounts.NONE;

    /** @param connection url and user of the CRM to which its runs belong */
    public FeedHours(SyncDefinition sync, SyncStore store, String connection, InstantSource clock) {
        this(sync, store, connection, clock, false);
    }

    private FeedHours(
            SyncDefinition sync, SyncStore store, String connection, InstantSource clock, boolean ofThisProcess) {
        this.ofThisProcess = ofThisProcess;
        this.sync = sync;
        this.store = store;
        this.connection = connection;
        this.clock = clock;
    }

    /** Of a sync that several processes carry out at a time: each has runs of its own, since rows are numbered within one. */
    public static FeedHours ofThisProcess(
            SyncDefinition sync, SyncStore store, String connection, InstantSource clock) {
        return new FeedHours(sync, store, connection, clock, true);
    }

    /**
     * Which record of which run it is.
     *
     * @param number no other record of the run has it
     */
    public record Place(Run run, long number) {}

    /** The place of the next record, in the run of this hour. */
    public Place next() {
        return next(1);
    }

    /** The place of the first of so many records of the run of this hour; the others follow it. */
    public synchronized Place next(int records) {
        Run run = run();
        rows += records;
        return new Place(run, rows - records + 1);
    }

    /** The run of this hour. */
    private Run run() {
        Instant hour = clock.instant().truncatedTo(ChronoUnit.HOURS);
        if (present.filter(run -> !isOf(hour, run)).isPresent()) {
            end();
        }
        if (present.isEmpty()) {
            Run begun = ofThisProcess ? begun(hour) : leftOf(hour).orElseGet(this::begin);
            present = Optional.of(begun);
            rows = store.runs().lastRow(begun.id());
            keptRows = rows;
        }
        return present.get();
    }

    private static boolean isOf(Instant hour, Run run) {
        return run.started().truncatedTo(ChronoUnit.HOURS).equals(hour);
    }

    /** The application was started again within the hour. */
    private Optional<Run> leftOf(Instant hour) {
        Optional<Run> last = store.runs().last(sync.name(), Run.Kind.FEED).filter(run -> run.syncSha256()
                .equals(sync.sha256()));
        Optional<Run> goesOn = last.filter(run -> isOf(hour, run));
        goesOn.ifPresent(run -> store.runs().resume(run.id()));
        last.filter(run -> goesOn.isEmpty() && run.state() == Run.State.RUNNING)
                .ifPresent(run -> store.runs().end(run.id(), Run.State.DONE, null));
        return goesOn;
    }

    /** Those of processes that were killed are over with their hour. */
    private Run begun(Instant hour) {
        store.runs().endBefore(sync.name(), Run.Kind.FEED, hour);
        return begin();
    }

    private Run begin() {
        return store.runs().begin(sync.name(), Run.Kind.FEED, SourceCrm.text(sync), "", sync.sha256(), connection);
    }

    /** What became of records of the run of this hour; kept with the next {@link #keep}. */
    public synchronized void count(RunCounts counts) {
        run();
        unkept = unkept.plus(counts);
    }

    /** Keeps what was counted, and which numbers are taken. */
    public synchronized void keep() {
        if (present.isPresent() && (rows > keptRows || !unkept.equals(RunCounts.NONE))) {
            store.runs().advance(present.get().id(), rows, unkept);
            keptRows = rows;
            unkept = RunCounts.NONE;
        }
    }

    /** The feed stops, or its hour is over. */
    public synchronized void end() {
        keep();
        present.ifPresent(run -> store.runs().end(run.id(), Run.State.DONE, null));
        present = Optional.empty();
    }
}
