package io.github.camelvtiger.routes.sync.run;

import io.github.camelvtiger.client.PlannedWrite;
import io.github.camelvtiger.routes.sync.definition.Limits;
import io.github.camelvtiger.routes.sync.store.Run;
import io.github.camelvtiger.routes.sync.store.RunCounts;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.LongSupplier;

/** How much a feed may still write in an hour. */
final class FeedAllowance {

    /** Of writes that no limit counts. */
    static final FeedAllowance WITHOUT_END = new FeedAllowance(Long.MAX_VALUE, Long.MAX_VALUE);

    private long changes;
    private long deletes;

    private FeedAllowance(long changes, long deletes) {
        this.changes = changes;
        this.deletes = deletes;
    }

    /** What is left of the limits of a sync for the run that is to write. */
    static FeedAllowance of(RunTools tools, FeedRuns.Place place) {
        return place.counted()
                ? of(
                        tools.sync().limits(),
                        tools.store()
                                .runs()
                                .since(
                                        tools.sync().name(),
                                        Run.Kind.FEED,
                                        place.run().started().truncatedTo(ChronoUnit.HOURS)),
                        tools.targets()::records)
                : WITHOUT_END;
    }

    /**
     * @param done what was written in this hour
     * @param records how many the target modules have; asked only if a limit is a share of them
     */
    private static FeedAllowance of(Limits limits, RunCounts done, LongSupplier records) {
        return new FeedAllowance(
                left(limits.changes(), done.changes(), records), left(limits.deletes(), done.deleted(), records));
    }

    private static long left(Optional<Limits.Limit> limit, long done, LongSupplier records) {
        return limit.map(set -> set.of(set.share() ? records.getAsLong() : 0) - done)
                .orElse(Long.MAX_VALUE);
    }

    /** Whether there is room for a write, which it then takes. */
    synchronized boolean takes(PlannedWrite.Kind kind) {
        if (kind == PlannedWrite.Kind.DELETE) {
            return deletes-- > 0;
        }
        return changes-- > 0;
    }
}
