package io.github.camelvtiger.routes.sync.export;

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
final class FeedHours {

    private final SyncDefinition sync;
    private final SyncStore store;
    private final String connection;
    private final InstantSource clock;
    private Optional<Run> present = Optional.empty();
    private long rows;
    /** The number that a process which is killed now leaves behind. */
    private long keptRows;

    private RunCounts unkept = RunCounts.NONE;

    /** @param connection url and user of the CRM */
    FeedHours(SyncDefinition sync, SyncStore store, String connection, InstantSource clock) {
        this.sync = sync;
        this.store = store;
        this.connection = connection;
        this.clock = clock;
    }

    /**
     * Which record of which run it is.
     *
     * @param number no other record of the run has it
     */
    record Place(String run, long number) {}

    /** The place of the next record, in the run of this hour. */
    synchronized Place next() {
        String run = run();
        return new Place(run, ++rows);
    }

    /** The id of the run of this hour. */
    private String run() {
        Instant hour = clock.instant().truncatedTo(ChronoUnit.HOURS);
        if (present.filter(run -> !isOf(hour, run)).isPresent()) {
            end();
        }
        if (present.isEmpty()) {
            Run begun = leftOf(hour).orElseGet(this::begin);
            present = Optional.of(begun);
            rows = begun.position();
            keptRows = rows;
        }
        return present.get().id();
    }

    private static boolean isOf(Instant hour, Run run) {
        return run.started().truncatedTo(ChronoUnit.HOURS).equals(hour);
    }

    /** The application was started again within the hour. */
    private Optional<Run> leftOf(Instant hour) {
        Optional<Run> last = store.runs()
                .last(sync.name())
                .filter(run -> run.kind() == Run.Kind.FEED && run.syncSha256().equals(sync.sha256()));
        Optional<Run> goesOn = last.filter(run -> isOf(hour, run));
        goesOn.ifPresent(run -> store.runs().resume(run.id()));
        last.filter(run -> goesOn.isEmpty() && run.state() == Run.State.RUNNING)
                .ifPresent(run -> store.runs().end(run.id(), Run.State.DONE, null));
        return goesOn;
    }

    private Run begin() {
        return store.runs()
                .begin(
                        sync.name(),
                        Run.Kind.FEED,
                        String.join(", ", SourceCrm.of(sync).modules()),
                        "",
                        sync.sha256(),
                        connection);
    }

    /** What became of records of the run of this hour; kept with the next {@link #keep}. */
    synchronized void count(RunCounts counts) {
        run();
        unkept = unkept.plus(counts);
    }

    /** Keeps what was counted, and which numbers are taken. */
    synchronized void keep() {
        if (present.isPresent() && (rows > keptRows || !unkept.equals(RunCounts.NONE))) {
            store.runs().advance(present.get().id(), rows, unkept);
            keptRows = rows;
            unkept = RunCounts.NONE;
        }
    }

    /** The feed stops, or its hour is over. */
    synchronized void end() {
        keep();
        present.ifPresent(run -> store.runs().end(run.id(), Run.State.DONE, null));
        present = Optional.empty();
    }
}
