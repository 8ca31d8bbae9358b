package io.github.camelvtiger.routes.sync.export;

import io.github.camelvtiger.routes.sync.definition.Deletions;
import io.github.camelvtiger.routes.sync.definition.SyncDefinition;
import io.github.camelvtiger.routes.sync.feed.FeedHours;
import io.github.camelvtiger.routes.sync.mapping.MappedRow;
import io.github.camelvtiger.routes.sync.rows.UnwritableRowException;
import io.github.camelvtiger.routes.sync.store.Reject;
import io.github.camelvtiger.routes.sync.store.RunCounts;
import io.github.camelvtiger.routes.sync.store.SyncStore;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.apache.camel.support.service.ServiceSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the route of a feed calls for each record. A record that cannot become a row goes to the rejects, and the feed goes on; a
 * target that cannot be written to fails the exchange, so that the record comes again with the next poll.
 */
public final class FeedSteps extends ServiceSupport implements ModuleFeed {

    private static final Logger LOG = LoggerFactory.getLogger("sync");

    private final SyncDefinition sync;
    private final String module;
    private final SyncStore store;
    private final ModuleShapes shapes;
    private final RecordTarget target;
    private final RecordExtras extras;
    private final FeedHours hours;
    private final FeedOutcomes outcomes;
    private final Function<String, Optional<Map<String, Object>>> records;
    private RunCounts ofPoll = RunCounts.NONE;

    /** @param records asks for a record as the feed would bring it; empty if it is not there any more */
    FeedSteps(
            SyncDefinition sync,
            String module,
            SyncStore store,
            ModuleShapes shapes,
            RecordTarget target,
            RecordExtras extras,
            FeedHours hours,
            Function<String, Optional<Map<String, Object>>> records) {
        this.sync = sync;
        this.module = module;
        this.store = store;
        this.shapes = shapes;
        this.target = target;
        this.extras = extras;
        this.hours = hours;
        this.outcomes = new FeedOutcomes(sync, module, store, hours);
        this.records = records;
    }

    @Override
    public boolean reportsDeletions() {
        return sync.deletions() instanceof Deletions.Events;
    }

    @Override
    public synchronized void writeAgain(String id) throws IOException {
        Optional<Map<String, Object>> record = records.apply(id);
        if (record.isPresent()) {
            deliver("updated", id, record.get());
            hours.keep();
        }
    }

    @Override
    public synchronized void write(String event, String id, Map<String, Object> record, Boolean last)
            throws IOException {
        RunCounts counts = deliver(event, id, record);
        ofPoll = ofPoll.plus(counts);
        if (Boolean.TRUE.equals(last)) {
            hours.keep();
            LOG.info("{}: {}, {}", sync.name(), module, ofPoll);
            ofPoll = RunCounts.NONE;
        }
    }

    private RunCounts deliver(String event, String id, Map<String, Object> record) throws IOException {
        RunCounts counts = deliver(hours.next(), event, id, record, outcomes.open(id));
        hours.count(counts);
        return counts;
    }

    /** @param reject what an earlier state of the record is waiting as */
    private RunCounts deliver(
            FeedHours.Place place, String event, String id, Map<String, Object> record, Optional<Long> reject)
            throws IOException {
        RunCounts counts;
        if ("deleted".equals(event)) {
            counts = deleted(place, id, record, event, reject);
            if (extras.related().isPresent()) {
                store.states().remove(sync.name(), module, List.of(id));
            }
        } else {
            Map<String, Object> complete = extras.addedTo(List.of(record), any -> target.path(Map.of("id", id)))
                    .get(0);
            counts = written(place, id, complete, event, reject);
            extras.related()
                    .ifPresent(related -> store.states().put(sync.name(), module, Map.of(id, related.hash(complete))));
        }
        if (counts.rejected() == 0) {
            reject.ifPresent(outcomes::settled);
        }
        return counts;
    }

    @Override
    public synchronized RunCounts again(FeedHours.Place place, Reject reject, String id) throws IOException {
        Optional<Map<String, Object>> record = records.apply(id);
        if (record.isPresent()) {
            return deliver(place, "updated", id, record.get(), Optional.of(reject.id()));
        }
        outcomes.settled(reject.id());
        return FeedOutcomes.SKIPPED;
    }

    private RunCounts deleted(
            FeedHours.Place place, String id, Map<String, Object> record, String event, Optional<Long> reject)
            throws IOException {
        if (target.removes()) {
            try {
                target.remove(id);
            } catch (UnwritableRowException e) {
                return outcomes.rejected(place, id, record, e.getMessage(), cause(e), reject);
            }
            return FeedOutcomes.DELETED;
        }
        RunCounts counts = written(place, id, record, event, reject);
        return counts.rejected() + counts.skipped() > 0 ? counts : FeedOutcomes.DELETED;
    }

    private RunCounts written(
            FeedHours.Place place, String id, Map<String, Object> record, String event, Optional<Long> reject)
            throws IOException {
        RecordShape shape = shapes.of(record);
        MappedRow row = shape.map(place.number(), id, record);
        if (row instanceof MappedRow.Skipped) {
            return FeedOutcomes.SKIPPED;
        }
        if (row instanceof MappedRow.Rejected rejected) {
            return outcomes.rejected(place, id, record, rejected.reason(), Reject.Cause.REFUSED, reject);
        }
        try {
            target.write(new RecordTarget.Outgoing(event, id, record, ((MappedRow.Record) row).fields()), shape);
        } catch (UnwritableRowException e) {
            return outcomes.rejected(place, id, record, e.getMessage(), cause(e), reject);
        }
        return FeedOutcomes.written(event);
    }

    /** What becomes of a record that its target does not take. */
    static Reject.Cause cause(UnwritableRowException failure) {
        return failure.mayPass() ? Reject.Cause.PASSING : Reject.Cause.REFUSED;
    }

    /** With the context: the routes have stopped before. */
    @Override
    protected void doStop() throws Exception {
        hours.end();
        target.close();
    }
}
