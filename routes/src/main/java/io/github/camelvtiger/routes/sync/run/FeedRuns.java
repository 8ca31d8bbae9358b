package io.github.camelvtiger.routes.sync.run;

import io.github.camelvtiger.routes.sync.feed.FeedHours;
import io.github.camelvtiger.routes.sync.store.Run;
import io.github.camelvtiger.routes.sync.store.SyncStore;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Function;

/**
 * The runs of a feed into a CRM: one for each clock hour, whose writes its limits count, and one whose writes they do not: the
 * first load, and what waited when a person approved it. That one takes the records that had changed before it began, until
 * none of them has come for an hour; one that was approved also the deletions of its clock hour, since no CRM says when a record
 * was deleted. Used by one thread
 * at a time.
 */
final class FeedRuns {

    private static final String APPROVED = "approved";
    private static final Duration OVER_AFTER = Duration.ofHours(1);

    private final FeedHours hours;
    private final SyncStore store;
    private final String sync;
    private final InstantSource clock;
    private final Function<String, Run> beginning;
    private Optional<Run> uncounted = Optional.empty();
    private Instant used = Instant.MIN;
    private long rows;

    /** @param beginning begins an uncounted run of what is to be said of its source */
    FeedRuns(FeedHours hours, SyncStore store, String sync, InstantSource clock, Function<String, Run> beginning) {
        this.hours = hours;
        this.store = store;
        this.sync = sync;
        this.clock = clock;
        this.beginning = beginning;
    }

    /**
     * A run, and the number of the first of the records that it takes.
     *
     * @param counted whether the limits of the sync count them
     */
    record Place(Run run, long first, boolean counted) {}

    /** To be called before the feed begins. */
    void begin(boolean fromTheBeginning) {
        Optional<Run> last = store.runs().last(sync, Run.Kind.LOAD);
        if (last.isPresent()) {
            take(last.get(), last.get().ended().orElseGet(clock::instant));
        } else if (fromTheBeginning && store.runs().last(sync).isEmpty()) {
            take(beginning.apply("first load"), clock.instant());
        }
    }

    /** What has changed up to now is written whatever the limits of the sync. */
    Run approve() {
        end();
        take(beginning.apply(APPROVED), clock.instant());
        return uncounted.orElseThrow();
    }

    private void take(Run run, Instant lastUsed) {
        uncounted = Optional.of(run);
        used = lastUsed;
        rows = store.runs().lastRow(run.id());
    }

    /** Whether the limits count what is written of a record. */
    boolean isCounted(FeedRecord record) {
        Instant now = clock.instant();
        if (uncounted.isPresent() && used.plus(OVER_AFTER).isBefore(now)) {
            end();
        }
        return uncounted
                .filter(run -> record.isDeleted()
                        ? run.source().endsWith(APPROVED) && isSameHour(run.started(), now)
                        : record.modified() != null && !record.modified().isAfter(run.started()))
                .isEmpty();
    }

    private static boolean isSameHour(Instant one, Instant other) {
        return one.truncatedTo(ChronoUnit.HOURS).equals(other.truncatedTo(ChronoUnit.HOURS));
    }

    /** @param records how many; all of them {@linkplain #isCounted counted}, or none */
    Place next(boolean counted, int records) {
        if (counted) {
            FeedHours.Place place = hours.next(records);
            return new Place(place.run(), place.number(), true);
        }
        Run run = uncounted.orElseThrow();
        if (store.runs()
                .find(run.id())
                .filter(kept -> kept.state() != Run.State.RUNNING)
                .isPresent()) {
            store.runs().resume(run.id());
        }
        used = clock.instant();
        rows += records;
        return new Place(run, rows - records + 1, false);
    }

    /** The feed stops. */
    void stop() {
        hours.end();
        end();
    }

    private void end() {
        uncounted
                .flatMap(run -> store.runs().find(run.id()))
                .filter(run -> run.state() == Run.State.RUNNING)
                .ifPresent(run -> store.runs().end(run.id(), Run.State.DONE, null));
        uncounted = Optional.empty();
    }
}
